import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";

const V1 = "/sys/fs/cgroup/cpu";
const V2 = "/sys/fs/cgroup";
const PERIOD_US = 10_000;
const TICKS_PER_MS = 0.1;

/** Pins each process with all its threads to one core, by turns. @throws Error where there is no taskset. */
export function pinEach(pids: number[]): void {
  for (const [index, pid] of pids.entries()) {
    const core = String(index % availableParallelism());
    const { status, stderr } = spawnSync("taskset", ["-a", "-cp", core, String(pid)], { encoding: "utf8" });
    if (status !== 0) throw new Error(`taskset: ${stderr}`);
  }
}

/**
 * Holds each process to a part of one core by a control group of its own. Answers how to let them go and take the groups
 * away, or null where this user may make no groups.
 */
export function holdEach(pids: number[], part: number): (() => void) | null {
  const isV1 = existsSync(join(V1, "cpu.cfs_quota_us"));
  const root = isV1 ? V1 : V2;
  const groups: string[] = [];
  const release = () => {
    for (const pid of pids) writeFileSync(join(root, "cgroup.procs"), String(pid));
    for (const group of groups) rmdirSync(group);
  };
  try {
    for (const pid of pids) {
      const group = join(root, `smart-drive-bench-${pid}`);
      mkdirSync(group);
      groups.push(group);
      limit(group, isV1, Math.round(part * PERIOD_US));
      writeFileSync(join(group, "cgroup.procs"), String(pid));
    }
    return release;
  } catch {
    release();
    return null;
  }
}

function limit(group: string, isV1: boolean, quotaUs: number): void {
  const settings = isV1
    ? { "cpu.cfs_period_us": PERIOD_US, "cpu.cfs_quota_us": quotaUs }
    : { "cpu.max": `${quotaUs} ${PERIOD_US}` };
  for (const [name, value] of Object.entries(settings)) writeFileSync(join(group, name), String(value));
}

/** The processor time that processes have used so far, in milliseconds. */
export function cpuMs(pids: number[]): number {
  const ticks = pids.map((pid) => {
    // The second field, the program's name, may hold spaces: what is counted begins behind its bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return Number(fields[11]) + Number(fields[12]);
  });
  return ticks.reduce((sum, each) => sum + each, 0) / TICKS_PER_MS;
}
