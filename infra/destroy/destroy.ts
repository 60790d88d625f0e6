import { formatBytes } from "@/lib/format";
import { describeReport, exportDrive } from "@/scripts/export/export";
import { describeIdentity, whoAmI } from "../aws/identity";
import type { Settings } from "../settings";
import { type Drive, findDrive } from "./drive";
import { takeInventory } from "./inventory";
import { describeLeftovers, findRelease, removeRelease } from "./leftovers";
import { takeDown } from "./take-down";

/** Whoever sits before it. `pollMs` is how long it waits between two looks at what AWS is doing. */
export type Terminal = {
  ask: (question: string) => Promise<string>;
  say: (line: string) => void;
  /** The whole path of a folder as it was typed. */
  placeFolder: (typed: string) => string;
  pollMs?: number;
};

const LAST_WORD = "delete everything";

/**
 * Takes a drive down: says what is there, offers an export, asks twice, deletes, and says what remains.
 * @throws Error that says what to do, where something stands in the way; then it may be run again and goes on.
 */
export async function destroy(settings: Settings, terminal: Terminal): Promise<void> {
  const { say } = terminal;
  const { STACK_NAME, AWS_REGION } = settings;
  const identity = await whoAmI(AWS_REGION);
  say(describeIdentity(identity));
  const drive = await findDrive(settings, identity.account);
  if (!drive)
    throw new Error(
      `There is no stack ${STACK_NAME} in ${AWS_REGION}, nor was one deleted in the last 90 days. STACK_NAME and AWS_REGION name another.`,
    );
  const lines = await takeInventory(drive);
  if (lines.length > 0) {
    say(`In ${AWS_REGION} there is, and goes:`);
    for (const line of lines) say(`  ${line}`);
    await offerExport(drive, terminal);
    if (!(await agreed(STACK_NAME, terminal))) return say("Nothing was deleted.");
  } else say(`Of ${STACK_NAME} nothing is left in ${AWS_REGION} but what may be small.`);
  const release = await findRelease(drive, identity.account);
  await takeDown(drive, terminal);
  if (release) say(await removeRelease(drive, release));
  say("The drive is gone. What remains:");
  for (const line of await describeLeftovers(drive, settings, release)) say(`  ${line}`);
}

async function offerExport({ table, bucket }: Drive, { ask, say, placeFolder }: Terminal): Promise<void> {
  if (!table || !bucket) return;
  say("Everybody's current files can be brought to this machine first. What is uploaded meanwhile is not in it.");
  const typed = (await ask("A folder for them, or just Enter to go without: ")).trim();
  if (!typed) return;
  const folder = placeFolder(typed);
  const report = await exportDrive(folder);
  for (const line of describeReport(report, folder, formatBytes)) say(line);
  if (report.failures.length > 0) throw new Error("The export is not whole, so nothing was deleted.");
}

async function agreed(name: string, { ask }: Terminal): Promise<boolean> {
  if ((await ask(`This cannot be taken back. Type the stack's name (${name}): `)).trim() !== name) return false;
  return (await ask(`Type "${LAST_WORD}": `)).trim() === LAST_WORD;
}
