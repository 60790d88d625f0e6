import { Duration } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { VpcOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { ApplicationLoadBalancer } from "aws-cdk-lib/aws-elasticloadbalancingv2";
import type { Construct } from "constructs";
import { accept } from "./accept";
import { globalName, type Settings } from "./settings";

// Else CloudFront gives one person's 404 or 503 to everybody for 10 s, whatever the answer says of keeping it. None gets another page.
const FAILURES = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/** What every distribution of ours has. */
export const common = {
  errorResponses: FAILURES.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
  httpVersion: HttpVersion.HTTP2_AND_3,
  priceClass: PriceClass.PRICE_CLASS_100,
};

/** Takes the rules that no distribution of ours follows. */
export function acceptFront(distribution: Distribution): void {
  accept(distribution, "CFR1", "A drive that is one's own is reached from wherever one travels.");
  accept(
    distribution,
    "CFR2",
    "A web firewall costs more than a small drive; the app limits rates itself (SECURITY 31).",
  );
  accept(distribution, "CFR3", "The log would have whole addresses, and those of links and downloads are keys.");
  accept(distribution, "CFR4", "CloudFront's own name comes with its own choice of TLS; DOMAIN_NAME has 1.2 at least.");
}

/** CloudFront before the balancer: TLS from the first minute. Static files are kept near people; everything else goes through. */
export function makeFront(scope: Construct, settings: Settings, loadBalancer: ApplicationLoadBalancer): Distribution {
  const origin = VpcOrigin.withApplicationLoadBalancer(loadBalancer, {
    vpcOriginName: globalName(settings),
    protocolPolicy: OriginProtocolPolicy.HTTP_ONLY,
    readTimeout: Duration.seconds(60),
    keepaliveTimeout: Duration.seconds(60),
  });
  const { DOMAIN_NAME, CERTIFICATE_ARN } = settings;
  const whole = {
    origin,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    responseHeadersPolicy: makeHeaders(scope, globalName(settings)),
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER,
    compress: true,
  };
  const distribution = new Distribution(scope, "Front", {
    ...common,
    comment: "Smart Drive",
    defaultBehavior: {
      ...whole,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
    },
    additionalBehaviors: { "/_next/static/*": { ...whole, cachePolicy: CachePolicy.CACHING_OPTIMIZED } },
    ...(DOMAIN_NAME && CERTIFICATE_ARN
      ? {
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          domainNames: [DOMAIN_NAME],
          certificate: Certificate.fromCertificateArn(scope, "Certificate", CERTIFICATE_ARN),
        }
      : {}),
  });
  acceptFront(distribution);
  accept(distribution, "CFR5", "To the balancer it goes by HTTP inside the network, where no certificate can be had.");
  return distribution;
}

// The app sends its own, stricter where a page needs it; these stand in where an answer is CloudFront's.
function makeHeaders(scope: Construct, responseHeadersPolicyName: string): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, "Headers", {
    responseHeadersPolicyName,
    securityHeadersBehavior: {
      strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: false },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: false },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: false },
    },
  });
}
