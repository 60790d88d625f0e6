import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { findWithRow } from "@/lib/entries/repo";
import type { EntryRow } from "@/lib/entries/row";
import { showProgress } from "../progress";
import { knownOf } from "./digests";
import { fetchFile, isGone } from "./fetch";
import { localNames } from "./local-names";
import { METADATA, type Overview, writeMetadata } from "./metadata";
import { unreachedFiles } from "./unreached";
import { type Placed, walkAccount } from "./walk";

/** What an export brought. `failures` says, a sentence each, which file is missing and why; without any it is whole. */
export type Report = {
  accounts: number;
  folders: number;
  /** Files that are here now; of these `fetched` came in this run, and `unproved` have no checksum that could be compared. */
  files: number;
  fetched: number;
  unproved: number;
  bytes: number;
  /** Files whose owners deleted them while it ran, and those of accounts that are being deleted. */
  gone: number;
  rows: number;
  rowsLeftOut: number;
  failures: string[];
};

const LANES = 6;
const PARTIAL = ".partial";

/**
 * Brings everybody's current files into a folder of this machine, one folder an account, and the rows of the table into
 * `metadata.jsonl`. What is there already, with the right content, is not fetched again, so it may be run until it is whole.
 */
export async function exportDrive(folder: string, now = new Date()): Promise<Report> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const reading = showProgress("Reading the table");
  const overview = await writeMetadata(folder, () => reading.add({ count: 1 }));
  reading.end();
  const owners = new Set(overview.users.map(({ id }) => id));
  const report = emptyReport(overview, owners);
  const expected = sum(overview.files.values()) - report.gone;
  const files = await bringAll(folder, overview, { report, expected });
  if (files.size < expected) {
    const lost = await unreachedFiles({ owners, files, since: now });
    report.failures.push(...lost.map(({ id, name }) => `${name} (${id}) lies in no folder; npm run fsck says more`));
  }
  await rm(join(folder, PARTIAL), { recursive: true, force: true });
  return report;
}

function emptyReport({ users, files, rows, leftOut }: Overview, owners: Set<string>): Report {
  const ofNobody = [...files].filter(([ownerId]) => !owners.has(ownerId)).map(([, count]) => count);
  return {
    ...{ accounts: users.length, folders: 0, files: 0, fetched: 0, unproved: 0, bytes: 0, gone: sum(ofNobody) },
    ...{ rows, rowsLeftOut: leftOut, failures: [] },
  };
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((all, count) => all + count, 0);

type Reporting = { report: Report; expected: number };

/** Brings what every account has, some files at a time, and answers the ids of the files that it came by. */
async function bringAll(folder: string, { users, bytes }: Overview, { report, expected }: Reporting) {
  const accounts = users.map(({ id, email }) => ({ id, name: email }));
  const placed = walkAll(folder, localNames(accounts, [METADATA, PARTIAL]));
  const bringing = showProgress("Files", { total: { count: expected, bytes } });
  const seen = new Set<string>();
  const lane = async () => {
    for await (const each of placed) {
      if (each.row.kind === "file") seen.add(each.row.id);
      const isFile = await bring(folder, each, {
        report,
        onBytes: (count) => bringing.add({ count: 0, bytes: count }),
      });
      if (isFile) bringing.add({ count: 1 });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  bringing.end();
  return seen;
}

async function* walkAll(folder: string, accounts: Map<string, string>): AsyncGenerator<Placed> {
  for (const [userId, name] of accounts) {
    await mkdir(join(folder, name), { recursive: true });
    yield* walkAccount(userId, name);
  }
}

type Bringing = { report: Report; onBytes: (count: number) => void };

// True for a file that is here now.
async function bring(folder: string, { row, path }: Placed, { report, onBytes }: Bringing): Promise<boolean> {
  const to = join(folder, path);
  try {
    if (row.kind === "folder") {
      await mkdir(to, { recursive: true });
      report.folders++;
      return false;
    }
    const wanted = { row, to, partial: join(folder, PARTIAL, row.id) };
    const { isProved, isFetched } = await fetchFile(wanted, await knownOf(row), onBytes);
    report.files++;
    report.bytes += row.size ?? 0;
    if (isFetched) report.fetched++;
    if (!isProved) report.unproved++;
    return true;
  } catch (error) {
    // Every file after it would say the same.
    if (error instanceof Error && "code" in error && error.code === "ENOSPC")
      throw new Error(`There is no room left in ${folder}. Make some, or name another folder, and run this again.`);
    if (isGone(error) && (await isPurged(row))) report.gone++;
    else report.failures.push(`${path}: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

async function isPurged({ id }: EntryRow): Promise<boolean> {
  const found = await findWithRow(id);
  return found === null || found.pointer.purging === true;
}

/** A report in sentences for whoever ran it, the failures last. */
export function describeReport(report: Report, folder: string, formatBytes: (bytes: number) => string): string[] {
  const { accounts, folders, files, fetched, bytes, unproved, gone, rows, rowsLeftOut, failures } = report;
  return [
    `${files} files (${formatBytes(bytes)}) in ${folders} folders of ${accounts} accounts are in ${folder}; ${fetched} of them came now.`,
    `${rows} rows are in ${METADATA}; ${rowsLeftOut} stayed behind: secrets, and what only a running drive needs.`,
    ...(unproved > 0 ? [`${unproved} files have no recorded checksum: of these the size alone was compared.`] : []),
    ...(gone > 0 ? [`${gone} files are not there: they or their accounts were being deleted.`] : []),
    ...failures.map((failure) => `NOT EXPORTED ${failure}`),
    ...(failures.length > 0
      ? [`${failures.length} files could not be exported. Run it again: what is here is not fetched twice.`]
      : []),
  ];
}
