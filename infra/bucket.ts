import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  HttpMethods,
  type IBucket,
  type LifecycleRule,
  ObjectOwnership,
  StorageClass,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { accept } from "./accept";
import type { Settings } from "./settings";

/** The same rules as `scripts/provision/rules.ts`, and cold content moves to where it costs less. */
const lifecycleRules: LifecycleRule[] = [
  { id: "abandoned-uploads", abortIncompleteMultipartUploadAfter: Duration.days(8) },
  { id: "noncurrent-versions", noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true },
  {
    id: "cold-content",
    transitions: [{ storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) }],
  },
];

const encryptions = { s3: BucketEncryption.S3_MANAGED, kms: BucketEncryption.KMS_MANAGED };

// Retained: whoever takes the stack down by hand keeps what people stored. `npm run destroy` empties it first.
const kept = (settings: Settings): BucketProps => ({
  encryption: encryptions[settings.ENCRYPTION],
  bucketKeyEnabled: settings.ENCRYPTION === "kms",
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  versioned: true,
  lifecycleRules,
  removalPolicy: RemovalPolicy.RETAIN,
});

const NO_LOGS = "S3 logs whole addresses, and a presigned one is a key. The app logs who asked for what, without them.";

/** The bucket that holds what people store: private, versioned, encrypted; only the app's own pages may reach it from a browser. */
export function makeBucket(scope: Construct, settings: Settings, origin: string, replica?: IBucket): Bucket {
  const bucket = new Bucket(scope, "Bucket", {
    ...kept(settings),
    cors: [
      {
        allowedOrigins: [origin],
        allowedMethods: [HttpMethods.GET, HttpMethods.HEAD, HttpMethods.PUT],
        allowedHeaders: ["*"],
        exposedHeaders: ["ETag", "Content-Range", "Accept-Ranges", "Date"],
        maxAge: 3600,
      },
    ],
    // What is deleted for good here is so there, 30 days later by its own rule: a purge must mean it.
    ...(replica && {
      replicationRules: [
        {
          id: "replica",
          priority: 1,
          destination: replica,
          deleteMarkerReplication: true,
        },
      ],
    }),
  });
  accept(bucket, "S1", NO_LOGS);
  return bucket;
}

/** The bucket in the other region, under a name that both stacks can say before it is there. */
export function makeReplicaBucket(scope: Construct, settings: Settings, bucketName: string): Bucket {
  const bucket = new Bucket(scope, "Bucket", { ...kept(settings), bucketName });
  accept(bucket, "S1", NO_LOGS);
  return bucket;
}
