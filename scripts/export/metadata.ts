import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { UserRow } from "@/lib/users/repo";
import { type Item, scanTable } from "../table/scan";
import { fileOf } from "./unreached";

export const METADATA = "metadata.jsonl";

// What is kept, by how the key begins. Everything else stays behind: passwords, sessions and tokens, answers kept for whoever
// asks again (a log-in's has a token in it), and what only a running drive needs: jobs, uploads under way, counters, words.
const KEPT_KINDS = ["DIR#", "ENTRY#", "TRASH#", "STAR#", "OBJECT#", "ACT#", "EMAIL#", "SHARE#"];
const KEPT_OF_USER = ["USER#", "USAGE", "ACCOUNT#"];
const SECRET_FIELDS = ["password", "passwordVersion"];

/** The row as it may leave the drive; null for one that may not, or that nobody needs. */
export function withoutSecrets(item: Item): Item | null {
  const [pk, sk] = [String(item.pk), String(item.sk)];
  const begins = (text: string, starts: string[]) => starts.some((start) => text.startsWith(start));
  if (!(pk.startsWith("USER#") ? begins(sk, KEPT_OF_USER) : begins(pk, KEPT_KINDS))) return null;
  return Object.fromEntries(Object.entries(item).filter(([name]) => !SECRET_FIELDS.includes(name)));
}

/** What the table says that an export will meet; `files` counts by owner. */
export type Overview = { users: UserRow[]; files: Map<string, number>; bytes: number; rows: number; leftOut: number };

/** Writes the rows into `metadata.jsonl`, one a line, and answers what is to be exported. Read by its owner alone: it names links. */
export async function writeMetadata(folder: string, onRow: () => void): Promise<Overview> {
  const overview: Overview = { users: [], files: new Map(), bytes: 0, rows: 0, leftOut: 0 };
  const lines = async function* () {
    for await (const item of scanTable()) {
      onRow();
      note(overview, item);
      const kept = withoutSecrets(item);
      overview[kept ? "rows" : "leftOut"]++;
      if (kept) yield `${JSON.stringify(kept)}\n`;
    }
  };
  const partial = join(folder, `.${METADATA}`);
  await pipeline(Readable.from(lines()), createWriteStream(partial, { mode: 0o600 }));
  await rename(partial, join(folder, METADATA));
  return overview;
}

function note(overview: Overview, item: Item): void {
  const pk = String(item.pk);
  if (pk.startsWith("USER#") && item.sk === pk) overview.users.push(UserRow.parse(item));
  const file = fileOf(item);
  if (!file) return;
  overview.files.set(file.ownerId, (overview.files.get(file.ownerId) ?? 0) + 1);
  overview.bytes += file.size ?? 0;
}
