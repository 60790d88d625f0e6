import { spawnSync } from "node:child_process";

/** What a program's Debian packages are called, and the programs that they hold. */
export type Wanted = { programs: string[]; packages: string[] };

/** Installs what the real lane needs and doesn't find. @throws Error saying what to install where that can't be done from here. */
export function requirePrograms(name: string, { programs, packages }: Wanted): void {
  if (programs.every(isInstalled)) return;
  const command = `apt-get install -y --no-install-recommends ${packages.join(" ")}`;
  if (!isInstalled("apt-get") || process.getuid?.() !== 0) {
    throw new Error(`The real lane needs ${name}. On Debian, as root: ${command}`);
  }
  console.log(`Installing ${name}: ${command}`);
  apt(["update"]);
  apt(["install", "-y", "--no-install-recommends", ...packages]);
}

function isInstalled(program: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}

function apt(args: string[]): void {
  const { status, stderr } = spawnSync("apt-get", ["-qq", ...args], {
    // In single-user mode Debian installs a service without starting it.
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`apt-get ${args[0]} failed: ${stderr.trim().split("\n").at(-1)}`);
}
