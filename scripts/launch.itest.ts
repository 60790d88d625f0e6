import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { freePort } from "@/lib/engines/start-port";

const bare = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production" } as const;

function start(env: Record<string, string>) {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], {
    env: { ...bare, ...env },
    encoding: "utf8",
  });
  return { status, lines: stderr.trim().split("\n") };
}

const aFolder = () => mkdtemp(join(tmpdir(), "smart-drive-"));

it("says in one line that its port is in use", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const { status, lines } = start({ PORT: String(port), DATA_DIR: await aFolder() });
  server.close();
  expect(status).toBe(1);
  expect(lines).toEqual([expect.stringContaining(`Port ${port} is in use.`)]);
});

it("says in one line that its data folder can't be written", async () => {
  const file = join(await aFolder(), "a-file");
  await writeFile(file, "");
  const { status, lines } = start({ PORT: String(await freePort()), DATA_DIR: file });
  expect(status).toBe(1);
  expect(lines).toEqual([expect.stringContaining(`The data folder ${file} can't be written.`)]);
});

it("says in one line which variable it can't use", async () => {
  const { status, lines } = start({ PORT: "http", DATA_DIR: await aFolder() });
  expect(status).toBe(1);
  expect(lines).toEqual([expect.stringContaining("PORT: ")]);
});
