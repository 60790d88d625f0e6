import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type CephLayout, CLUSTER_ID, cephConf, OSD_ID } from "./start-ceph-conf";
import { requirePrograms } from "./start-install";
import { answersHttp, type Engine, startEngine } from "./start-process";

const run = promisify(execFile);

const CEPH = {
  programs: ["radosgw", "ceph-mon", "ceph-osd", "ceph", "monmaptool", "radosgw-admin"],
  packages: ["radosgw", "ceph-mon", "ceph-osd", "ceph-common"],
};

/** The monitor takes the port after `monPort` too. */
export type CephOptions = { dir: string; port: number; monPort: number; accessKey: string; secretKey: string };

/**
 * Starts Ceph's S3 gateway over a cluster of one, on loopback. The engine's pid, `kill9` and `restart` are the gateway's;
 * `stop` ends the cluster behind it too. `dir` is a new, empty folder with a short path (it holds sockets).
 */
export async function startCeph({ dir, port, monPort, accessKey, secretKey }: CephOptions): Promise<Engine> {
  requirePrograms("Ceph", CEPH);
  const layout: CephLayout = { dir, httpPort: port, monPort, monPortV1: monPort + 1 };
  for (const folder of ["mon", "osd", "run", "log"]) await mkdir(join(dir, folder), { recursive: true });
  await writeFile(conf(layout), cephConf(layout));
  const cluster = await startCluster(layout);
  await createUser(layout, accessKey, secretKey);
  const gateway = await startGateway(layout);
  const stopGateway = gateway.stop;
  const stop = async () => {
    await stopGateway();
    for (const engine of cluster.reverse()) await engine.kill9();
  };
  return Object.assign(gateway, { stop });
}

const conf = ({ dir }: CephLayout): string => join(dir, "ceph.conf");

async function startCluster(layout: CephLayout): Promise<Engine[]> {
  await makeMonitor(layout);
  const monitor = await startDaemon(layout, ["ceph-mon", "-i", "a"], () => says(layout, ["mon", "stat"], /quorum/));
  await makeStore(layout);
  const store = await startDaemon(layout, ["ceph-osd", "-i", "0"], () => says(layout, ["osd", "stat"], /1 up/));
  return [monitor, store];
}

async function makeMonitor(layout: CephLayout): Promise<void> {
  const address = `[v2:127.0.0.1:${layout.monPort},v1:127.0.0.1:${layout.monPortV1}]`;
  const map = join(layout.dir, "monmap");
  await run("monmaptool", ["--create", "--clobber", "--fsid", CLUSTER_ID, "--addv", "a", address, map]);
  await run("ceph-mon", ["-c", conf(layout), "--mkfs", "-i", "a", "--monmap", map]);
}

async function makeStore(layout: CephLayout): Promise<void> {
  await ceph(layout, ["osd", "new", OSD_ID]);
  await run("ceph-osd", ["-c", conf(layout), "-i", "0", "--mkfs", "--osd-uuid", OSD_ID]);
}

function startDaemon(layout: CephLayout, [command = "", ...args]: string[], isReady: () => Promise<boolean>) {
  return startEngine("", {
    name: command,
    command,
    args: ["-c", conf(layout), "-f", ...args],
    logFile: join(layout.dir, "log", `${command}.out`),
    isReady,
    readyWithinMs: 90_000,
  });
}

function startGateway(layout: CephLayout): Promise<Engine> {
  const endpoint = `http://127.0.0.1:${layout.httpPort}`;
  return startEngine(endpoint, {
    name: "radosgw",
    command: "radosgw",
    args: ["-c", conf(layout), "-f", "-n", "client.rgw"],
    logFile: join(layout.dir, "log", "radosgw.out"),
    isReady: () => answersHttp(endpoint),
    readyWithinMs: 90_000,
  });
}

async function createUser(layout: CephLayout, accessKey: string, secretKey: string): Promise<void> {
  const admin = ["-c", conf(layout), "-n", "client.rgw", "user", "create", "--uid", "owner", "--display-name", "Owner"];
  await run("radosgw-admin", [...admin, "--access-key", accessKey, "--secret-key", secretKey]);
}

const ceph = (layout: CephLayout, args: string[]) =>
  run("ceph", ["-c", conf(layout), "--connect-timeout", "20", ...args]);

async function says(layout: CephLayout, question: string[], expected: RegExp): Promise<boolean> {
  try {
    return expected.test((await ceph(layout, question)).stdout);
  } catch {
    return false;
  }
}
