import { spawnSync } from "node:child_process";

/** Runs a program that speaks to whoever is there. @throws Error that names it when it fails. */
export function run(command: string, words: string[], where: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): void {
  const { status } = spawnSync(command, words, { stdio: "inherit", shell: process.platform === "win32", ...where });
  if (status !== 0) throw new Error(`${command} ${words.join(" ")} ended with ${status}; what it said is above.`);
}
