import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBalancer } from "@/e2e/support/balancer";
import { logInByPage } from "@/e2e/support/browser";
import { startDrive } from "@/e2e/support/drive";
import { aPerson, type Person } from "@/e2e/support/http-client";
import { seedEntries } from "@/e2e/support/seed";
import { freePort } from "@/lib/engines/start-port";
import { newId } from "@/lib/ids";
import { ensureBuilt } from "@/scripts/start/build";
import { cpuMs, holdEach, pinEach } from "./hold";

/**
 * Requests a second of a list, a signing and a page, with one, two and three copies behind Caddy, and the processor time that
 * each kind of process spends on one: once with each copy pinned to a core, once with each held to a small part of one, so
 * that the machine is not what ends the scaling. `SECONDS` (8) is honoured; it needs Caddy, and runs on Linux as root.
 */
const seconds = Number(process.env.SECONDS ?? 8);
const PEOPLE = 24;
const PART_OF_CORE = 0.3;

type Ask = { method: string; path: string; headers: Record<string, string>; body?: string };
type Visitor = { person: Person; cookie: string };

const KINDS: Record<string, (visitor: Visitor) => Ask> = {
  list: ({ person }) => ({
    method: "GET",
    path: "/api/files?limit=20",
    headers: { authorization: person.authorization },
  }),
  sign: ({ person }) => ({
    method: "POST",
    path: "/api/upload",
    headers: { authorization: person.authorization, "content-type": "application/json" },
    body: JSON.stringify({ parentId: "root", name: newId(), size: 1 }),
  }),
  page: ({ cookie }) => ({ method: "GET", path: "/drive", headers: { cookie, accept: "text/html" } }),
};

const agent = new Agent({ keepAlive: true, maxSockets: PEOPLE });

function send(port: number, { method, path, headers, body }: Ask): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({
      host: "127.0.0.1",
      port,
      method,
      path,
      headers: { ...headers, host: `localhost:${port}` },
      agent,
    });
    sent.on("error", reject);
    sent.on("response", (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.end(body);
  });
}

/** How long each request took, in milliseconds, while everybody asked one after the other for so long. */
async function load(port: number, visitors: Visitor[], kind: string, forSeconds: number): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + forSeconds * 1000;
  const ask = KINDS[kind] as (typeof KINDS)[string];
  const use = async (visitor: Visitor) => {
    while (performance.now() < until) {
      const start = performance.now();
      const status = await send(port, ask(visitor));
      if (status >= 300) throw new Error(`${kind} answered ${status}`);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(visitors.map(use));
  return times.toSorted((a, b) => a - b);
}

await ensureBuilt(".data");
const drive = await startDrive({}, 3);
const dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
const ports = drive.copies.map(({ endpoint }) => Number(new URL(endpoint).port));
const pids = drive.copies.map(({ pid }) => pid);

async function arrive(): Promise<Visitor> {
  const person = await aPerson(drive.url);
  await seedEntries(
    person.id,
    Array.from({ length: 20 }, (_, index) => ({ kind: "file", name: `file${index}.txt` }) as const),
  );
  return { person, cookie: await logInByPage(drive.url, person) };
}

async function measure(count: number, kind: string, visitors: Visitor[]): Promise<string[]> {
  const port = await freePort();
  const balancer = await startBalancer(join(dir, `caddy-${count}-${kind}-${port}`), port, ports.slice(0, count));
  try {
    await load(port, visitors, kind, 2);
    const groups = {
      app: pids.slice(0, count),
      database: [drive.dynamo.pid],
      balancer: [balancer.pid],
      load: [process.pid],
    };
    const before = Object.values(groups).map(cpuMs);
    const times = await load(port, visitors, kind, seconds);
    const spent = Object.values(groups).map((each, index) => (cpuMs(each) - (before[index] ?? 0)) / times.length);
    const at = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(0);
    return [
      kind,
      String(count),
      (times.length / seconds).toFixed(0),
      at(0.5),
      at(0.99),
      ...spent.map((ms) => ms.toFixed(2)),
    ];
  } finally {
    await balancer.stop();
  }
}

async function table(title: string, visitors: Visitor[]): Promise<void> {
  console.log(
    `\n${title}\n\n| kind | copies | requests/s | p50 ms | p99 ms | app ms | database ms | balancer ms | load ms |`,
  );
  console.log(`| --- |${" ---: |".repeat(8)}`);
  for (const kind of Object.keys(KINDS))
    for (const count of [1, 2, 3]) console.log(`| ${(await measure(count, kind, visitors)).join(" | ")} |`);
}

try {
  const visitors = await Promise.all(Array.from({ length: PEOPLE }, arrive));
  pinEach(pids);
  await table("Each copy pinned to a core", visitors);
  const release = holdEach(pids, PART_OF_CORE);
  if (release) await table(`Each copy held to ${PART_OF_CORE * 100} % of a core`, visitors);
  release?.();
} finally {
  agent.destroy();
  await drive.stop();
  await rm(dir, { recursive: true, force: true });
}
