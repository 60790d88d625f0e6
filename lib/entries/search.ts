import "server-only";
import type { User } from "@/lib/auth/session";
import { type Cursor, decodeCursor, encodeCursor } from "@/lib/aws/cursor";
import { keys } from "@/lib/aws/keys";
import { keepReachable, requirePlace } from "@/lib/entries/access";
import * as repo from "@/lib/entries/repo";
import { type EntryRow, toEntry } from "@/lib/entries/row";
import type { Entry, Page, Search } from "@/lib/entries/schema";
import { hasWords, wordsOf } from "@/lib/entries/words";
import { kindOfType } from "@/lib/entries/writes";
import { invalid } from "@/lib/errors";

// What is looked at for one answer, so that it comes soon however rare the matches are; the cursor goes on from there.
const CANDIDATES = 200;
const MOST_ROUNDS = 5;
const PEEK = 300;

/**
 * One page of what the caller may see whose name has every word of `q` as the beginning of one of its words. The rarest word
 * finds the candidates and the names decide, so a page may be short (DESIGN 3, Search).
 * @throws AppError `validation_failed` when `q` has no word, `not_found` for a folder that is not the caller's.
 */
export async function search(user: User, query: Search): Promise<Page<Entry>> {
  const wanted = wordsOf(query.q);
  if (wanted.length === 0) throw invalid("q", "Look for at least one letter or digit.");
  const within = query.in && query.in !== "root" ? (await requirePlace(user, query.in, "viewer")).folderId : undefined;
  const scope = `SEARCH#${user.id}#${wanted.join(" ")}`;
  const kept = decodeCursor(scope, query.cursor);
  const driver = kept?.phase ?? (await rarestOf(user.id, wanted));
  const found: Match[] = [];
  let start: Cursor["key"] = kept?.key;
  for (let round = 0; round < MOST_ROUNDS && found.length < query.limit; round++) {
    const page = await repo.listWordRows(user.id, driver, { limit: CANDIDATES, start });
    found.push(...(await matching(page, { query, wanted, driver, within })));
    start = page.next;
    if (!start) break;
  }
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  // What was found beyond the page is found again from the last that is told.
  if (last && found.length > items.length) start = keys.word(user.id, last.word, last.row.id);
  const nextCursor = start ? encodeCursor(scope, { phase: driver, key: start }) : null;
  return { items: items.map(({ row }) => toEntry(row, { id: user.id, role: "owner" })), nextCursor };
}

/** A row, and the word by which it was found. */
type Match = { row: EntryRow; word: string };

async function rarestOf(ownerId: string, wanted: string[]): Promise<string> {
  const [longest = ""] = wanted.toSorted((a, b) => b.length - a.length);
  if (wanted.length === 1) return longest;
  const counts = await Promise.all(wanted.map((word) => repo.countWordRows(ownerId, word, PEEK)));
  const least = Math.min(...counts);
  return least < PEEK ? (wanted[counts.indexOf(least)] ?? longest) : longest;
}

type Wanted = { query: Search; wanted: string[]; driver: string; within?: string };

async function matching(page: repo.WordPage, { query, wanted, driver, within }: Wanted): Promise<Match[]> {
  const pointers = await repo.findPointers(page.rows.map(({ entryId }) => entryId));
  const rows = await repo.findRows([...pointers.values()]);
  const named = rows.filter((row) => hasWords(row.name, wanted) && fits(row, query));
  const reachable = new Map((await keepReachable(named, within)).map((row) => [row.id, row]));
  return page.rows.flatMap(({ word, entryId }) => {
    const row = reachable.get(entryId);
    // A name with two words that begin alike is found twice, and told once: at the first.
    const isFirst = row && wordsOf(row.name).find((each) => each.startsWith(driver)) === word;
    return isFirst ? [{ row, word }] : [];
  });
}

function fits(row: EntryRow, { kind, type, modifiedAfter, modifiedBefore, minSize, maxSize }: Search): boolean {
  const size = row.size ?? 0;
  const isSized = minSize !== undefined || maxSize !== undefined;
  return (
    (kind === undefined || row.kind === kind) &&
    (type === undefined || (row.kind === "file" && isOfType(row.type ?? "", type))) &&
    (modifiedAfter === undefined || Date.parse(row.modifiedAt) >= Date.parse(modifiedAfter)) &&
    (modifiedBefore === undefined || Date.parse(row.modifiedAt) < Date.parse(modifiedBefore)) &&
    (!isSized || row.kind === "file") &&
    size >= (minSize ?? 0) &&
    size <= (maxSize ?? Number.POSITIVE_INFINITY)
  );
}

// `image/png`, `image`, or a group that the sums are kept by: `document`, `archive`, `other`.
const isOfType = (is: string, wanted: string): boolean =>
  is === wanted || is.startsWith(`${wanted}/`) || kindOfType(is) === wanted;
