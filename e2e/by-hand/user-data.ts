import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startLaneInTemp } from "@/e2e/support/engines";
import { aPerson } from "@/e2e/support/http-client";
import { threePorts } from "@/e2e/support/ports";

/**
 * `npm run try:user-data`, as root on Debian: the script that turns a bare machine into a copy, run in a bare Debian of its own
 * over embedded engines, up to a person who registers, logs in and lists. Needs debootstrap and the two registries.
 */
const MIRROR = process.env.DEBIAN_MIRROR ?? "http://deb.debian.org/debian";

async function run(command: string, args: string[], env = process.env): Promise<void> {
  const child = spawn(command, args, { stdio: "inherit", env });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
}

/** Ends a process that is nobody's child here, and waits until it is gone. */
async function stop(pid: number): Promise<void> {
  process.kill(pid, "SIGTERM");
  for (let tries = 0; tries < 300 && existsSync(`/proc/${pid}`); tries++) await delay(100);
}

const root = await mkdtemp("/var/tmp/smart-drive-root-");
// Made for root alone, and the copy runs as somebody else.
await chmod(root, 0o755);
const lane = await startLaneInTemp();
const port = await threePorts();
const url = `http://localhost:${port}`;
const appPid = async () => Number(await readFile(join(root, "run/smart-drive/pid"), "utf8"));
try {
  await run("npm", ["run", "--silent", "release"]);
  await run("debootstrap", ["--variant=minbase", "bookworm", root, MIRROR]);
  for (const file of ["/etc/resolv.conf", "/etc/hosts"]) await cp(file, join(root, file), { dereference: true });
  await cp(".release/smart-drive.tar.gz", join(root, "release.tar.gz"));
  await cp("infra/user-data.sh", join(root, "user-data.sh"));
  const authority = process.env.NODE_EXTRA_CA_CERTS;
  if (authority) await cp(authority, join(root, "authority.pem"), { dereference: true });
  const variables = {
    ...lane.env,
    ...{ NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port), AUTH_URL: url, RATE_LIMIT_SCALE: "1000" },
  };
  await run("chroot", [root, "/bin/bash", "/user-data.sh"], {
    ...{ PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", HOME: "/root", NODE_ENV: "production" },
    ...(authority ? { NODE_EXTRA_CA_CERTS: "/authority.pem" } : {}),
    RELEASE: "/release.tar.gz",
    APP_ENV: Object.entries(variables)
      .map(([name, value]) => `${name}='${value}'`)
      .join("\n"),
  });
  const status = await readFile(`/proc/${await appPid()}/status`, "utf8");
  const ada = await aPerson(url);
  const listed = await ada.call("GET", "/api/files");
  const [uid, held] = [/^Uid:\s+(\d+)/m, /^NoNewPrivs:\s+(\d)/m].map((line) => line.exec(status)?.[1]);
  console.log(`At ${url} a person registered, and listing answered ${listed.status}; user ${uid}, NoNewPrivs ${held}`);
  if (listed.status !== 200 || uid === "0" || held !== "1") process.exitCode = 1;
} finally {
  // It may have come up and then not got ready.
  const pid = await appPid().catch(() => undefined);
  if (pid) await stop(pid);
  await lane.stop();
  await rm(root, { recursive: true, force: true });
}
