import { spawnSync } from "node:child_process";

const PACKAGES = ["radosgw", "ceph-mon", "ceph-osd", "ceph-common"];
const PROGRAMS = ["radosgw", "ceph-mon", "ceph-osd", "ceph", "monmaptool", "radosgw-admin"];

/** @throws Error saying what to install when Ceph is missing and can't be installed from here. */
export function requireCeph(): void {
  if (PROGRAMS.every(isInstalled)) return;
  const command = `apt-get install -y --no-install-recommends ${PACKAGES.join(" ")}`;
  if (!isInstalled("apt-get") || process.getuid?.() !== 0) {
    throw new Error(`The real lane needs Ceph. On Debian, as root: ${command}`);
  }
  console.log(`Installing Ceph: ${command}`);
  apt(["update"]);
  apt(["install", "-y", "--no-install-recommends", ...PACKAGES]);
}

function isInstalled(program: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}

function apt(args: string[]): void {
  const { status, stderr } = spawnSync("apt-get", ["-qq", ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`apt-get ${args[0]} failed: ${stderr.trim().split("\n").at(-1)}`);
}
