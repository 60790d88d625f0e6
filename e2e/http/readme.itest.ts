import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, it } from "vitest";

it("does with curl alone what README says: in parts, listed, by range, shared, revoked, 410", async () => {
  const dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
  const film = randomBytes(100_000_000);
  await writeFile(join(dir, "photo.jpg"), randomBytes(50_000));
  await writeFile(join(dir, "film.mp4"), film);
  const output = await runIn(dir, await scriptOf("README.md"));
  expect(output).toMatch(/"name":"film\.mp4".*"name":"photo\.jpg"/);
  expect(output.trimEnd().split("\n").at(-1)).toMatch(/410$/);
  expect((await readFile(join(dir, "copy.mp4"))).equals(film)).toBe(true);
  expect(await readFile(join(dir, "start.bin"))).toEqual(film.subarray(0, 1024));
  expect(JSON.parse(await readFile(join(dir, "ended.json"), "utf8"))).toMatchObject({ status: 410, code: "gone" });
  await rm(dir, { recursive: true });
});

async function scriptOf(file: string): Promise<string> {
  const [, , script = ""] =
    /## From a terminal\n([\s\S]*?)```sh\n([\s\S]*?)```/.exec(await readFile(file, "utf8")) ?? [];
  return script;
}

async function runIn(cwd: string, script: string): Promise<string> {
  const env = { ...process.env, B: inject("baseUrl") };
  const { stdout } = await promisify(execFile)("sh", ["-euc", script], { cwd, env });
  return stdout;
}
