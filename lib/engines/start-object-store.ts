import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { answersHttp, type Engine, startEngine } from "./start-process";

export type ObjectStoreOptions = {
  /** Holds the objects and, beside them, the log. */
  dir: string;
  host: string;
  port: number;
  accessKey: string;
  secretKey: string;
  region: string;
  corsOrigins: string[];
};

/** Starts the local object store of this folder as a process of its own. */
export function startObjectStore(options: ObjectStoreOptions): Promise<Engine> {
  const endpoint = `http://127.0.0.1:${options.port}`;
  // Not import.meta.resolve, which the test runner does not know.
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const main = fileURLToPath(new URL("object-store/main.ts", import.meta.url));
  return startEngine(endpoint, {
    name: "The object store",
    command: process.execPath,
    args: ["--import", tsx, main],
    env: {
      OBJECT_STORE_HOST: options.host,
      OBJECT_STORE_PORT: String(options.port),
      OBJECT_STORE_DIR: join(options.dir, "objects"),
      OBJECT_STORE_ACCESS_KEY: options.accessKey,
      OBJECT_STORE_SECRET_KEY: options.secretKey,
      OBJECT_STORE_REGION: options.region,
      OBJECT_STORE_CORS_ORIGINS: options.corsOrigins.join(","),
      OBJECT_STORE_PARENT_PID: String(process.pid),
    },
    logFile: join(options.dir, "log", "object-store.log"),
    isReady: () => answersHttp(endpoint),
  });
}
