import { Duration } from "aws-cdk-lib";
import {
  AllowedMethods,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  KeyGroup,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  PublicKey,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { acceptFront, common } from "./front";

const NAMED = ["response-content-type", "response-content-disposition", "response-cache-control"];

/** The key whose signatures count, and a name for what comes with it that is the account's alone. */
type Key = { name: string; encodedKey: string };

export type Downloads = { distribution: Distribution; keyPairId: string };

/** A distribution of its own before the bucket, as `docs/downloads-by-cloudfront.md` asks: no address without a signature. */
export function makeDownloads(scope: Construct, bucket: Bucket, { name, encodedKey }: Key): Downloads {
  const publicKey = new PublicKey(scope, "DownloadKey", { encodedKey, publicKeyName: name });
  const keyGroup = new KeyGroup(scope, "DownloadKeys", { items: [publicKey], keyGroupName: name });
  const originAccessControl = new S3OriginAccessControl(scope, "DownloadAccess", { originAccessControlName: name });
  const distribution = new Distribution(scope, "Downloads", {
    ...common,
    comment: "Smart Drive: downloads",
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket, { originAccessControl }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      compress: false,
      trustedKeyGroups: [keyGroup],
      cachePolicy: new CachePolicy(scope, "DownloadCache", {
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        queryStringBehavior: CacheQueryStringBehavior.allowList(...NAMED),
        headerBehavior: CacheHeaderBehavior.none(),
      }),
      originRequestPolicy: new OriginRequestPolicy(scope, "DownloadRequest", {
        originRequestPolicyName: name,
        queryStringBehavior: OriginRequestQueryStringBehavior.allowList(...NAMED),
        headerBehavior: OriginRequestHeaderBehavior.allowList(
          "Origin",
          "Access-Control-Request-Method",
          "Access-Control-Request-Headers",
        ),
      }),
    },
  });
  acceptFront(distribution);
  return { distribution, keyPairId: publicKey.publicKeyId };
}
