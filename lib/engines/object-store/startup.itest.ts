import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterEach, expect, it } from "vitest";
import { firstLine, makeDirectory, spawnStore, startTestStore, storeEnv } from "./test-store";

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

function aDirectory(): string {
  const directory = makeDirectory();
  endings.push(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

function run(env: Record<string, string>): ChildProcess {
  const child = spawnStore(env);
  endings.unshift(() => child.kill("SIGKILL"));
  return child;
}

const blobCount = (directory: string): number =>
  readdirSync(join(directory, "blobs"), { recursive: true }).filter((name) => /\w{32}$/.test(String(name))).length;

/** The line that the program ends with, and its exit code. */
async function failure(env: Record<string, string>) {
  const child = run(env);
  const [line, [code]] = await Promise.all([firstLine(child.stderr), once(child, "exit")]);
  return { ...line, code };
}

it("says in one line that it is ready, where, and what it is not for", async () => {
  const line = await firstLine(run(storeEnv(aDirectory())).stdout);
  expect(line).toEqual({
    event: "ready",
    host: "127.0.0.1",
    port: expect.any(Number),
    note: expect.stringContaining("not for production"),
  });
});

it("names the setting that is missing", async () => {
  const { OBJECT_STORE_SECRET_KEY: _, ...env } = storeEnv(aDirectory());
  expect(await failure(env)).toMatchObject({ code: 1, message: "OBJECT_STORE_SECRET_KEY is not set" });
});

it("says that its port is taken", async () => {
  const { port } = await firstLine(run(storeEnv(aDirectory())).stdout);
  const second = { ...storeEnv(aDirectory()), OBJECT_STORE_PORT: String(port) };
  expect(await failure(second)).toMatchObject({ code: 1, message: expect.stringContaining("EADDRINUSE") });
});

it("says that it cannot write where it should", async () => {
  const path = join(aDirectory(), "file");
  writeFileSync(path, "");
  expect(await failure(storeEnv(path))).toMatchObject({ code: 1, message: expect.stringContaining(path) });
});

it("does not share a data directory with another", async () => {
  const directory = aDirectory();
  await firstLine(run(storeEnv(directory)).stdout);
  expect(await failure(storeEnv(directory))).toMatchObject({ code: 1, message: expect.stringContaining("in use") });
});

it("does not draw a new key for buckets that another one sealed", async () => {
  const directory = aDirectory();
  mkdirSync(join(directory, "buckets", "old"), { recursive: true });
  expect(await failure(storeEnv(directory))).toMatchObject({ code: 1, message: expect.stringContaining("master.key") });
});

it("finishes what it has begun when it is asked to end", async () => {
  const store = await startTestStore();
  endings.push(store.end);
  const Bucket = "draining";
  await store.client().send(new CreateBucketCommand({ Bucket }));
  const url = await getSignedUrl(store.client(), new PutObjectCommand({ Bucket, Key: "late" }));
  const request = http.request(url, { method: "PUT", headers: { "content-length": 8 } });
  request.write("half");
  await expect.poll(() => blobCount(store.directory)).toBe(1);
  const answered = once(request, "response");
  const restarted = store.restart("SIGTERM");
  request.end("half");
  const [answer]: http.IncomingMessage[] = await answered;
  expect(answer?.resume().statusCode).toBe(200);
  await restarted;
  const { Body } = await store.client().send(new GetObjectCommand({ Bucket, Key: "late" }));
  expect(await Body?.transformToString()).toBe("halfhalf");
});

it("ends when the process that it belongs to is gone", async () => {
  const parent = spawn(process.execPath, ["-e", "process.stdin.resume()"], { stdio: ["pipe", "ignore", "ignore"] });
  const child = run({ ...storeEnv(aDirectory()), OBJECT_STORE_PARENT_PID: String(parent.pid) });
  await firstLine(child.stdout);
  const exited = once(child, "exit");
  parent.kill("SIGKILL");
  expect((await exited)[0]).toBe(0);
});
