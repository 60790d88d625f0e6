import { createHash } from "node:crypto";
import { z } from "zod";
import { endings, folderOrders, gsi1, type Key, keys } from "@/lib/aws/keys";
import { sortKey } from "@/lib/entries/names";
import type { Entry, Kind, Role } from "@/lib/entries/schema";

/** An entry as it lies in its folder, whole (DESIGN 3). Files have a content; folders have none. */
export const EntryRow = z.object({
  id: z.string(),
  kind: z.enum(["file", "folder"]),
  name: z.string(),
  parentId: z.string(),
  ownerId: z.string(),
  size: z.number().nullable(),
  type: z.string().nullable(),
  sha256: z.string().nullable(),
  objectKey: z.string().nullable(),
  versionId: z.string().nullable(),
  createdAt: z.string(),
  modifiedAt: z.string(),
  trashedAt: z.string().nullable(),
  starred: z.boolean(),
  revision: z.number(),
});
export type EntryRow = z.infer<typeof EntryRow>;

/** Where an entry's row is, whoever looks for it by id. */
export const Pointer = z.object({
  id: z.string(),
  parentId: z.string(),
  rowSk: z.string(),
  ownerId: z.string(),
  kind: z.enum(["file", "folder"]),
  trashedAt: z.string().nullable(),
  purging: z.boolean().optional(),
});
export type Pointer = z.infer<typeof Pointer>;

const digitOf = (kind: Kind): string => (kind === "folder" ? "0" : "1");

/** The sort key of the row that a name of this kind has in any folder. */
export const rowSk = (kind: Kind, name: string): string => `${digitOf(kind)}#${sortKey(name)}`;

/** The same name taken by the other kind. */
export const otherKind = (kind: Kind): Kind => (kind === "folder" ? "file" : "folder");

/** The key of an entry's row: in its folder, or in its owner's trash. */
export function rowKey(row: Pick<EntryRow, "id" | "kind" | "name" | "parentId" | "ownerId" | "trashedAt">): Key {
  return row.trashedAt === null
    ? keys.row(row.parentId, rowSk(row.kind, row.name))
    : keys.trash(row.ownerId, row.trashedAt, row.id);
}

/** The row as an item of the table. Only a row in a folder is found by the indexes. */
export function rowItem(row: EntryRow): Record<string, unknown> {
  const item = { ...row, ...rowKey(row) };
  if (row.trashedAt !== null) return { ...item, ...endings.trash(row.trashedAt, row.id) };
  const digit = digitOf(row.kind);
  return {
    ...item,
    ...(row.kind === "file" ? gsi1.recent(row.ownerId, row.modifiedAt, row.id) : {}),
    ...folderOrders.modified(row.parentId, digit, row.modifiedAt, row.id),
    ...folderOrders.size(row.parentId, digit, row.size ?? 0, row.id),
  };
}

/** The pointer to a row as an item of the table. */
export const pointerItem = (row: EntryRow): Record<string, unknown> => {
  const key = rowKey(row);
  const { id, parentId, ownerId, kind, trashedAt } = row;
  return { ...keys.pointer(id), id, parentId, rowSk: key.sk, ownerId, kind, trashedAt };
};

/** A row as its viewer sees it; the owner's top folder is `root` on the wire. */
export function toEntry(row: EntryRow, viewer: { id: string; role: Role }): Entry {
  const { id, kind, name, size, type, versionId, createdAt, modifiedAt, trashedAt, ownerId } = row;
  const parentId = row.parentId === ownerId ? (viewer.id === ownerId ? "root" : null) : row.parentId;
  const checksum = row.sha256 ? { sha256: row.sha256 } : null;
  const etag = etagOf(row);
  const starred = row.starred && viewer.id === ownerId;
  return {
    id,
    kind,
    name,
    parentId,
    size,
    type,
    checksum,
    versionId,
    createdAt,
    modifiedAt,
    trashedAt,
    starred,
    ownerId,
    role: viewer.role,
    etag,
  };
}

/** Changes with every change of the entry. */
export const etagOf = (row: Pick<EntryRow, "id" | "revision" | "parentId">): string =>
  createHash("sha256").update(`${row.id}/${row.parentId}/${row.revision}`).digest("base64url").slice(0, 22);
