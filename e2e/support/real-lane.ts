import { resolve } from "node:path";
import { startDynamoDbLocal } from "@/lib/engines/dynamo-local";
import { startCeph } from "@/lib/engines/start-ceph";
import { type Lane, stopAll } from "@/scripts/start/lane";
import { keepSecrets } from "@/scripts/start/secrets";
import { threePorts } from "./ports";

/**
 * Ceph's gateway and AWS's DynamoDB Local: proof that we did not write against our own emulator. They take the two ports after
 * the app's.
 */
export async function startReal(dir: string, appPort: number): Promise<Lane> {
  const secrets = await keepSecrets(dir);
  const dynamo = await startDynamoDbLocal(resolve(".data", "cache"), dir, appPort + 1);
  const monPort = await threePorts();
  const store = await startCeph({ dir, port: appPort + 2, monPort, ...secrets });
  const env = {
    AUTH_SECRET: secrets.authSecret,
    AUTH_URL: `http://localhost:${appPort}`,
    AWS_REGION: "us-east-1",
    DYNAMODB_ENDPOINT: dynamo.endpoint,
    S3_ENDPOINT: store.endpoint,
    S3_PUBLIC_ENDPOINT: store.endpoint,
    S3_ACCESS_KEY_ID: secrets.accessKey,
    S3_SECRET_ACCESS_KEY: secrets.secretKey,
    S3_FORCE_PATH_STYLE: "true",
    S3_CHECKSUM: "md5",
  };
  // Ceph 16 refuses the owner's own PUT under BlockPublicAcls and takes encryption settings without encrypting.
  // In a versioned bucket it takes each PUT for a new object and lets it past If-None-Match, which must hold (DESIGN 4).
  return {
    env,
    dynamo,
    store,
    skip: ["pitr", "encryption", "block-public-acls", "versioning"],
    stop: stopAll(dynamo, store),
  };
}
