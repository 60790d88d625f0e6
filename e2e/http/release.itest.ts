import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { logInByPage } from "@/e2e/support/browser";
import { startCollector } from "@/e2e/support/collector";
import { startLaneInTemp } from "@/e2e/support/engines";
import { aFileOf, aPerson, send } from "@/e2e/support/http-client";
import { threePorts } from "@/e2e/support/ports";
import { assemble } from "@/scripts/release/assemble";
import type { Lane } from "@/scripts/start/lane";

const run = promisify(execFile);

let lane: Lane;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "smart-drive-"));
  [lane] = await Promise.all([startLaneInTemp(), assemble(folder)]);
}, 180_000);
afterAll(async () => {
  await lane.stop();
  await rm(folder, { recursive: true, force: true });
});

// Nothing of the clone: no NODE_PATH, another working folder, and the engines' addresses.
const bare = () => ({ PATH: process.env.PATH ?? "", HOME: folder, ...lane.env, PROVISION_SKIP: lane.skip.join(",") });

it("has no link that leads out of its folder", async () => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const links = names.filter((name) => name.isSymbolicLink()).map(({ parentPath, name }) => join(parentPath, name));
  const [home, ...ends] = await Promise.all([folder, ...links].map((path) => realpath(path)));
  expect(links).not.toEqual([]);
  expect(ends.filter((end) => !end.startsWith(`${home}/`))).toEqual([]);
});

it("holds nowhere the path of the clone that it was built in", async () => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((name) => name.isFile());
  const holders: string[] = [];
  for (const { parentPath, name } of files)
    if ((await readFile(join(parentPath, name))).includes(process.cwd())) holders.push(join(parentPath, name));
  expect(files.length).toBeGreaterThan(100);
  expect(holders).toEqual([]);
});

it("makes table and bucket, serves pages, files, passwords and content, tells its traces, and ends with 0, by itself in a folder", async () => {
  const { stdout } = await run(process.execPath, [join(folder, "provision.mjs")], {
    env: { ...bare(), NODE_ENV: "production" },
    cwd: "/",
  });
  expect(stdout).toBe("Table and bucket are ready.\n");
  const port = String(await threePorts());
  const url = `http://localhost:${port}`;
  const collector = await startCollector();
  onTestFinished(collector.stop);
  const own = { AUTH_URL: url, LOG_LEVEL: "warn", OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  const env = { ...bare(), NODE_ENV: "production" as const, PORT: port, ...own };
  const child = spawn(process.execPath, [join(folder, "start.mjs")], {
    env,
    cwd: "/",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  onTestFinished(() => void child.kill("SIGKILL"));
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => said.push(text));
  await vi.waitFor(async () => expect((await fetch(`${url}/api/ready`)).status).toBe(200), { timeout: 20_000 });
  const ada = await aPerson(url);
  const cookie = await logInByPage(url, ada);
  await aFileOf(ada, "from a release.txt", "content");
  const page = await send("GET", `${url}/drive`, undefined, { cookie, accept: "text/html" });
  expect({ status: page.status, shows: page.body.includes("from a release.txt") }).toEqual({
    status: 200,
    shows: true,
  });
  const script = /src="(\/_next\/static\/[^"]+\.js)/.exec(page.body)?.[1] ?? "";
  const paths = [script, "/icons/icon-192.png", "/favicon.ico", "/api/health", "/login"];
  const answers = await Promise.all(paths.map((path) => send("GET", url + path)));
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
  child.kill("SIGTERM");
  expect((await once(child, "exit"))[0]).toBe(0);
  const traced = collector.spans().map(({ name }) => name);
  expect(traced).toEqual(expect.arrayContaining(["GET /drive", "DynamoDB.GetItem", "S3.HeadObject"]));
  expect(said.filter((line) => /"level":"(error|fatal)"|Error:/.test(line))).toEqual([]);
});
