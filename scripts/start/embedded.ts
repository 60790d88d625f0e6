import { join, resolve } from "node:path";
import { startDynamo } from "@/lib/engines/dynamo";
import { startObjectStore } from "@/lib/engines/start-object-store";
import { type Lane, stopAll } from "./lane";
import { keepPorts } from "./ports";
import { keepSecrets } from "./secrets";
import { originsOf } from "./settings";

export type EmbeddedOptions = { dataDir: string; host: string; port: number };

const REGION = "us-east-1";

/** Starts the engines that come with the app. The database stays on loopback; the object store listens where the app does. */
export async function startEmbedded({ dataDir, host, port }: EmbeddedOptions): Promise<Lane> {
  const secrets = await keepSecrets(dataDir);
  const ports = await keepPorts(dataDir, port, host);
  const origins = originsOf({ host, port });
  const [dynamo, store] = await Promise.all([
    startDynamo(resolve(".data", "cache"), join(dataDir, "dynamo"), ports.dynamo),
    startObjectStore({
      ...secrets,
      dir: join(dataDir, "store"),
      host,
      port: ports.store,
      region: REGION,
      corsOrigins: origins,
    }),
  ]);
  const env = {
    AUTH_SECRET: secrets.authSecret,
    AUTH_URL: `http://localhost:${port}`,
    APP_ORIGINS: origins.join(","),
    AWS_REGION: REGION,
    DYNAMODB_ENDPOINT: dynamo.endpoint,
    S3_ENDPOINT: store.endpoint,
    S3_PUBLIC_ENDPOINT: `http://{host}:${ports.store}`,
    S3_ACCESS_KEY_ID: secrets.accessKey,
    S3_SECRET_ACCESS_KEY: secrets.secretKey,
    S3_FORCE_PATH_STYLE: "true",
    S3_CHECKSUM: "sha256",
  };
  const skip = ["pitr", "encryption", "public-access-block", "versioning", "lifecycle"] as const;
  return { env, dynamo, store, skip: [...skip], stop: stopAll(dynamo, store) };
}
