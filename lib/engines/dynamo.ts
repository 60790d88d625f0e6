import { findDynoxide, startDynoxide } from "./dynamo-dynoxide";
import { hasJava, startDynamoDbLocal } from "./dynamo-local";
import type { Engine } from "./start-process";

/** Starts the database that fits this machine: dynoxide, else DynamoDB Local where there is a Java. */
export async function startDynamo(cacheDir: string, dir: string, port: number): Promise<Engine> {
  const dynoxide = findDynoxide();
  if (dynoxide) return startDynoxide(dynoxide, dir, port);
  if (await hasJava()) return startDynamoDbLocal(cacheDir, dir, port);
  throw new Error(
    `There is no built-in database for ${process.platform}-${process.arch}. Install Java 17 or later, or set DYNAMODB_ENDPOINT and S3_ENDPOINT to engines of your own.`,
  );
}
