import { join, resolve } from "node:path";
import { startDynamo } from "@/lib/engines/dynamo";
import { startObjectStore } from "@/lib/engines/start-object-store";
import type { Feature } from "@/scripts/provision/steps";
import { type Lane, stopAll } from "./lane";
import { keepPorts, type Ports } from "./ports";
import { keepSecrets, type Secrets } from "./secrets";
import { originsOf } from "./settings";

export type EmbeddedOptions = { dataDir: string; host: string; port: number };

const REGION = "us-east-1";
const LACKS: Feature[] = ["pitr"];

/** What the app has to be told of its own engines, known before they run, and the call that runs them. */
export type EmbeddedPlan = { env: Record<string, string>; start: () => Promise<Lane> };

/** What is told of engines that have these secrets and ports. */
export const embeddedEnv = (
  { host, port }: Pick<EmbeddedOptions, "host" | "port">,
  secrets: Secrets,
  ports: Ports,
): Record<string, string> => ({
  AUTH_SECRET: secrets.authSecret,
  AUTH_URL: `http://localhost:${port}`,
  APP_ORIGINS: originsOf({ host, port }).join(","),
  AWS_REGION: REGION,
  DYNAMODB_ENDPOINT: `http://127.0.0.1:${ports.dynamo}`,
  S3_ENDPOINT: `http://127.0.0.1:${ports.store}`,
  S3_PUBLIC_ENDPOINT: `http://{host}:${ports.store}`,
  S3_ACCESS_KEY_ID: secrets.accessKey,
  S3_SECRET_ACCESS_KEY: secrets.secretKey,
  S3_FORCE_PATH_STYLE: "true",
  S3_CHECKSUM: "sha256",
});

/** Plans the engines that come with the app. The database stays on loopback; the object store listens where the app does. */
export async function planEmbedded({ dataDir, host, port }: EmbeddedOptions): Promise<EmbeddedPlan> {
  const secrets = await keepSecrets(dataDir);
  const ports = await keepPorts(dataDir, port, host);
  const corsOrigins = originsOf({ host, port });
  const env = embeddedEnv({ host, port }, secrets, ports);
  const start = async (): Promise<Lane> => {
    const [dynamo, store] = await Promise.all([
      startDynamo(resolve(".data", "cache"), join(dataDir, "dynamo"), ports.dynamo),
      startObjectStore({
        ...secrets,
        dir: join(dataDir, "store"),
        host,
        port: ports.store,
        region: REGION,
        corsOrigins,
      }),
    ]);
    return { env, dynamo, store, skip: LACKS, stop: stopAll(dynamo, store) };
  };
  return { env, start };
}
