import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, inject, it, vi } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { type FaultyProxy, startFaultyProxy } from "@/e2e/support/faulty-proxy";
import { aStoredFile, sha256 } from "@/e2e/support/files";
import { useOwnTable } from "@/e2e/support/own-table";
import { exportDrive } from "./export";

const seen: string[] = [];
let proxy: FaultyProxy;
beforeAll(async () => {
  proxy = await startFaultyProxy(inject("laneEnv").S3_ENDPOINT ?? "", seen);
  vi.stubEnv("S3_ENDPOINT", proxy.url);
  await useOwnTable();
});
beforeEach(() => proxy.heal());
afterAll(() => proxy.stop());

it("goes on where a stream broke off, and gives up where nothing comes any more", async () => {
  const to = await mkdtemp(join(tmpdir(), "export-"));
  const ada = await aUser();
  const bytes = new Uint8Array(randomBytes(3_000_000));
  await aStoredFile(ada, "long.bin", bytes);
  proxy.fail("GET object", { kind: "truncate" });
  const before = seen.length;

  const stuck = await exportDrive(to);
  expect(stuck.failures).toEqual([expect.stringContaining("long.bin: ")]);
  expect(await readdir(join(to, ada.email))).toEqual([]);
  // Half of what is left each time: nothing is asked for twice.
  expect(seen.length - before).toBeGreaterThan(15);

  proxy.fail("GET object", { kind: "truncate" }, 5);
  const report = await exportDrive(to);
  expect(report).toMatchObject({ failures: [], fetched: 1 });
  expect(sha256(await readFile(join(to, ada.email, "long.bin")))).toBe(sha256(bytes));
});
