import { networkInterfaces } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { FEATURES } from "@/scripts/provision/steps";

const Settings = z.object({
  PORT: z.coerce.number("a number between 1 and 65535").int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default(".data"),
  PROVISION_SKIP: z
    .string()
    .default("")
    .transform((list) => list.split(",").filter(Boolean))
    .pipe(z.array(z.enum(FEATURES))),
});

/** What the launcher needs to know; the app's own variables are read by lib/env. */
export type Settings = {
  port: number;
  host: string;
  dataDir: string;
  provisionSkip: z.infer<typeof Settings>["PROVISION_SKIP"];
  isEngineGiven: boolean;
};

// Any of these says that the engines are somebody else's: nothing is started beside the app then.
const ENGINE_VARIABLES = [
  "DYNAMODB_ENDPOINT",
  "DYNAMODB_TABLE",
  "S3_ENDPOINT",
  "S3_BUCKET",
  "AWS_ACCESS_KEY_ID",
  "AWS_PROFILE",
];

/** @throws Error naming each bad variable and what was expected of it. */
export function readSettings(source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${issue.path[0]?.toString()}: ${issue.message}`).join("; "));
  }
  const { PORT, HOST, DATA_DIR, PROVISION_SKIP } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    provisionSkip: PROVISION_SKIP,
    isEngineGiven: ENGINE_VARIABLES.some((name) => given[name] !== undefined),
  };
}

/** Every address under which a browser may reach the app when it listens there. */
export function originsOf({ host, port }: Pick<Settings, "host" | "port">): string[] {
  const isEverywhere = host === "0.0.0.0" || host === "::";
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const outside = addresses
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
  const names = ["localhost", "127.0.0.1", ...(isEverywhere ? outside : [host])];
  return [...new Set(names)].map((name) => `http://${name}:${port}`);
}
