import type { CORSRule, LifecycleRule } from "@aws-sdk/client-s3";

/** Which pages may read and write by presigned URL. Without ETag exposed, a browser cannot tell what it stored. */
export const corsRules = (origins: string[]): CORSRule[] => [
  {
    AllowedOrigins: [...new Set(origins)],
    AllowedMethods: ["GET", "HEAD", "PUT"],
    AllowedHeaders: ["*"],
    ExposeHeaders: ["ETag", "Content-Range", "Accept-Ranges", "Date"],
    MaxAgeSeconds: 3600,
  },
];

/** The net under the app's own sweeping: parts a day after it, and what was overwritten or deleted by mistake after 30 days. */
export const lifecycleRules = (): LifecycleRule[] => [
  {
    ID: "abandoned-uploads",
    Status: "Enabled",
    Filter: { Prefix: "" },
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: 8 },
  },
  {
    ID: "noncurrent-versions",
    Status: "Enabled",
    Filter: { Prefix: "" },
    NoncurrentVersionExpiration: { NoncurrentDays: 30 },
  },
];
