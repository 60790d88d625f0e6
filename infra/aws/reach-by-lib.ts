import { randomBytes } from "node:crypto";

const OF_OTHER_ENGINES = ["DYNAMODB_ENDPOINT", "S3_ENDPOINT", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"];

/**
 * Has lib reach AWS in a region with the operator's own credentials, and there this table and bucket, whatever else is in the
 * environment. Lib reads that once: call it before.
 */
export function reachByLib(region: string, { table, bucket }: { table?: string; bucket?: string } = {}): void {
  for (const name of OF_OTHER_ENGINES) delete process.env[name];
  process.env.AWS_REGION = region;
  if (table) process.env.DYNAMODB_TABLE = table;
  if (bucket) process.env.S3_BUCKET = bucket;
  // Lib asks for one; what it would sign is handed out to nobody here.
  process.env.AUTH_SECRET ||= randomBytes(33).toString("base64");
}
