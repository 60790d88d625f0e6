import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "@/lib/engines/start-port";
import { planEmbedded } from "./embedded";

let dataDir = "";

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "smart-drive-"));
});

afterAll(() => rm(dataDir, { recursive: true }));

it("plans the same secrets and addresses at every start", async () => {
  const port = await freePort();
  const first = await planEmbedded({ dataDir, host: "127.0.0.1", port });
  const second = await planEmbedded({ dataDir, host: "127.0.0.1", port });
  expect(second.env).toEqual(first.env);
});

it("keeps its secrets from everyone else on the machine (SECURITY 5)", async () => {
  const { env } = await planEmbedded({ dataDir, host: "127.0.0.1", port: await freePort() });
  expect(env.AUTH_SECRET?.length).toBeGreaterThanOrEqual(32);
  expect((await stat(join(dataDir, "secrets.json"))).mode & 0o077).toBe(0);
});

it("comes back at the same addresses after a kill", async () => {
  const { start } = await planEmbedded({ dataDir, host: "127.0.0.1", port: await freePort() });
  const { dynamo, store, stop } = await start();
  const [dynamoPid, storePid] = [dynamo.pid, store.pid];
  await Promise.all([dynamo.kill9(), store.kill9()]);
  await Promise.all([dynamo.restart(), store.restart()]);
  expect([dynamo.pid, store.pid]).not.toEqual([dynamoPid, storePid]);
  expect((await fetch(store.endpoint)).status).toBe(403);
  expect((await fetch(dynamo.endpoint)).status).toBeLessThan(500);
  await stop();
});
