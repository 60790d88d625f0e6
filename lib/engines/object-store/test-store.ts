import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PutObjectCommandInput, S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";

const MAIN = join(import.meta.dirname, "main.ts");
const KEYS = { accessKeyId: "test-key", secretAccessKey: "test-secret" };

export interface TestStore {
  directory: string;
  endpoint: string;
  pid: number;
  client(options?: S3ClientConfig): S3Client;
  /** Ends the process by a signal, and starts another on the same data. */
  restart(signal: "SIGTERM" | "SIGKILL"): Promise<void>;
  /** Ends the process and removes its data. */
  end(): Promise<void>;
}

/** The variables that a store of the tests is started with. */
export const storeEnv = (directory: string): Record<string, string> => ({
  PATH: process.env.PATH ?? "",
  OBJECT_STORE_DIR: directory,
  OBJECT_STORE_ACCESS_KEY: KEYS.accessKeyId,
  OBJECT_STORE_SECRET_KEY: KEYS.secretAccessKey,
});

/** Runs the program with the given variables, and nothing else of ours. */
export const spawnStore = (env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ["--import", "tsx", MAIN], {
    env: { ...env, NODE_ENV: "test" },
    stdio: ["ignore", "pipe", "pipe"],
  });

/** A directory for a store, removed by who made it. */
export const makeDirectory = (): string => mkdtempSync(join(tmpdir(), "object-store-"));

/** The first line that a stream gives, as JSON. */
export async function firstLine(stream: NodeJS.ReadableStream | null): Promise<Record<string, unknown>> {
  let text = "";
  for await (const chunk of stream ?? []) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return JSON.parse(text.slice(0, text.indexOf("\n")));
}

/** Starts a store of its own on a free port. */
export async function startTestStore(extra: Record<string, string> = {}): Promise<TestStore> {
  const directory = makeDirectory();
  const start = async (port: number) => {
    const child = spawnStore({ ...storeEnv(directory), ...extra, OBJECT_STORE_PORT: String(port) });
    child.stderr?.resume();
    return { child, port: Number((await firstLine(child.stdout)).port) };
  };
  let running = await start(0);
  const clients: S3Client[] = [];
  const endpoint = `http://127.0.0.1:${running.port}`;
  const stop = async (signal: "SIGTERM" | "SIGKILL") => {
    const exited = once(running.child, "exit");
    running.child.kill(signal);
    await exited;
  };
  return {
    directory,
    endpoint,
    get pid() {
      return running.child.pid ?? 0;
    },
    client(options = {}) {
      const common = { endpoint, region: "us-east-1", forcePathStyle: true, maxAttempts: 1, credentials: KEYS };
      const client = new S3Client({ ...common, requestChecksumCalculation: "WHEN_REQUIRED", ...options });
      clients.push(client);
      return client;
    },
    async restart(signal) {
      await stop(signal);
      running = await start(running.port);
    },
    async end() {
      for (const client of clients) client.destroy();
      await stop("SIGKILL");
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A small object, but for what is given. */
export const anObject = (given: Partial<PutObjectCommandInput> & { Bucket: string }): PutObjectCommandInput => ({
  Key: "a.txt",
  Body: "hello world",
  ...given,
});
