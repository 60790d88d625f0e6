import { randomInt } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Drive, startDrive } from "@/e2e/support/drive";
import type { Engine } from "@/lib/engines/start-process";
import { findFaults } from "@/scripts/fsck/faults";
import { readTable } from "@/scripts/table/scan";
import { Insisting, type Retry } from "./insist";
import { Visitor } from "./visitor";

// LOAD_USERS=50 LOAD_SECONDS=600 is the whole of it; what stands here fits into a run of all tests.
const users = Number(process.env.LOAD_USERS ?? 12);
const seconds = Number(process.env.LOAD_SECONDS ?? 40);
// The balancer looks each second; a copy that is stopped goes on for long enough to be seen.
const DRAIN_SECONDS = 10;
const AFTER_KILL_MS = 5000;
const rounds = Number(process.env.LOAD_ROUNDS ?? Math.max(1, Math.floor(seconds / 120)));

let drive: Drive;
beforeAll(async () => {
  drive = await startDrive({ DRAIN_DELAY_SECONDS: String(DRAIN_SECONDS) }, 3);
});
afterAll(() => drive.stop());

function copyAt(index: number): Engine {
  const copy = drive.copies[index % drive.copies.length];
  if (!copy) throw new Error("The drive has no copies");
  return copy;
}

async function use(visitor: Visitor, until: number): Promise<number> {
  let deeds = 0;
  // How long somebody thinks, not a wait for anything.
  for (; Date.now() < until; deeds++) await Promise.all([visitor.act(), delay(randomInt(100, 700))]);
  return deeds;
}

it(
  "three copies behind a balancer lose nothing and double nothing while one is restarted, which nobody notices, and one is killed, which costs retries (SECURITY 26)",
  async () => {
    const client = new Insisting(drive.url);
    const visitors = await Promise.all(Array.from({ length: users }, () => Visitor.arrive(drive.url, client)));
    const until = Date.now() + seconds * 1000;
    const using = Promise.all(visitors.map((visitor) => use(visitor, until)));
    for (let round = 0; round < rounds; round++) {
      await delay((seconds / rounds) * 250);
      await copyAt(round).restart();
    }
    await delay((seconds / rounds) * 250);
    expect(client.retries).toEqual([]);
    const kills: number[] = [];
    for (let round = 0; round < rounds; round++) {
      kills.push(Date.now());
      await copyAt(round + 1).kill9();
      await delay(AFTER_KILL_MS);
      await copyAt(round + 1).restart();
      if (round + 1 < rounds) await delay((seconds / rounds) * 250);
    }
    const deeds = (await using).reduce((sum, each) => sum + each, 0);
    const firsts = client.retries.filter(({ why }) => !why.startsWith("409"));
    const isByKill = ({ at }: Retry) => kills.some((kill) => at >= kill && at < kill + AFTER_KILL_MS);
    expect(firsts.filter((each) => !isByKill(each))).toEqual([]);
    await Promise.all(visitors.map((visitor) => visitor.expectWhole()));
    expect(findFaults(await readTable())).toEqual([]);
    console.log(
      `${users} users did ${deeds} things in ${seconds} s, through ${rounds} restarts and ${rounds} kills; ${firsts.length} requests had to be sent again: ${firsts.map(({ what }) => what).join(", ")}`,
    );
  },
  (seconds + 300) * 1000,
);
