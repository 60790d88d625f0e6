import { join } from "node:path";
import { listRows, listTrashRows, type RowPage } from "@/lib/entries/repo";
import type { EntryRow } from "@/lib/entries/row";
import { localNames } from "./local-names";

/** An entry of somebody, and where it comes to lie below the folder of the export. */
export type Placed = { row: EntryRow; path: string };

const PAGE = 1000;
const TRASH = "Trash";

/** All that an account has, each folder before what is in it; what is in the trash lies under `Trash`. Reads one folder at a time. */
export async function* walkAccount(ownerId: string, path: string): AsyncGenerator<Placed> {
  yield* walkRows(await readAll((cursor) => listFolder(ownerId, cursor)), path, [TRASH]);
  yield* walkRows(await readAll((cursor) => listTrashRows(ownerId, PAGE, cursor)), join(path, TRASH));
}

async function* walkRows(rows: EntryRow[], path: string, reserved: string[] = []): AsyncGenerator<Placed> {
  const names = localNames(rows, reserved);
  for (const row of rows) {
    const at = join(path, names.get(row.id) ?? row.id);
    yield { row, path: at };
    if (row.kind === "folder") yield* walkRows(await readAll((cursor) => listFolder(row.id, cursor)), at);
  }
}

const listFolder = (folderId: string, cursor?: string): Promise<RowPage> =>
  listRows(folderId, { sort: "name", order: "asc", limit: PAGE, cursor });

async function readAll(read: (cursor?: string) => Promise<RowPage>): Promise<EntryRow[]> {
  const rows: EntryRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return rows;
}
