export interface Settings {
  host: string;
  port: number;
  directory: string;
  accessKey: string;
  secretKey: string;
  region: string;
  corsOrigins: string[];
  parentPid: number | undefined;
}

const required = (source: NodeJS.ProcessEnv, name: string): string => {
  const value = source[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
};

const wholeNumber = (source: NodeJS.ProcessEnv, name: string): number | undefined => {
  const value = source[name];
  if (!value) return undefined;
  if (!/^\d+$/.test(value)) throw new Error(`${name} must be a whole number, but it is "${value}"`);
  return Number(value);
};

/** @throws Error naming the first variable that is missing or not usable. */
export function readSettings(source: NodeJS.ProcessEnv): Settings {
  const port = wholeNumber(source, "OBJECT_STORE_PORT") ?? 0;
  if (port > 65535) throw new Error("OBJECT_STORE_PORT must be at most 65535");
  return {
    host: source.OBJECT_STORE_HOST || "127.0.0.1",
    port,
    directory: required(source, "OBJECT_STORE_DIR"),
    accessKey: required(source, "OBJECT_STORE_ACCESS_KEY"),
    secretKey: required(source, "OBJECT_STORE_SECRET_KEY"),
    region: source.OBJECT_STORE_REGION || "us-east-1",
    corsOrigins: (source.OBJECT_STORE_CORS_ORIGINS ?? "").split(",").filter(Boolean),
    parentPid: wholeNumber(source, "OBJECT_STORE_PARENT_PID"),
  };
}
