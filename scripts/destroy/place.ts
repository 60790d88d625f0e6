import { S3Client } from "@aws-sdk/client-s3";
import { s3Settings } from "@/lib/aws/s3";
import { env } from "@/lib/env";
import type { Place } from "./bucket-contents";

/** A bucket in a region, reached as the app reaches its own. */
export const placeIn = (region: string, bucket: string): Place => ({
  client: new S3Client({ ...s3Settings(env().S3_ENDPOINT), region }),
  bucket,
});
