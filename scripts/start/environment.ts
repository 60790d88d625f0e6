import nextEnv from "@next/env";

// What a person may set although the engines are ours.
const OWN_WORD = ["AUTH_SECRET", "AUTH_URL", "APP_ORIGINS", "S3_PUBLIC_ENDPOINT"];

/** Reads the .env files as Next would, and sets what all processes of a start share. */
export function prepareEnvironment(isDev: boolean): void {
  Object.assign(process.env, { NODE_ENV: isDev ? "development" : "production" });
  nextEnv.loadEnvConfig(process.cwd(), isDev, { info: () => undefined, error: console.error });
  // The SDK's versions are pinned below the one that drops Node 20.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
}

/** Takes over what a lane says of itself, save where a person's own word counts. */
export function adoptEnvironment(env: Record<string, string>): void {
  for (const [name, value] of Object.entries(env)) {
    if (!OWN_WORD.includes(name) || !process.env[name]) process.env[name] = value;
  }
}
