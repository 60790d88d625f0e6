import type { User } from "@/lib/auth/session";
import { createRow, newRow } from "@/lib/entries/entries";
import type { EntryRow } from "@/lib/entries/row";
import { newId } from "@/lib/ids";

export const NOW = new Date("2026-01-31T08:00:00.000Z");
export const later = (ms: number): Date => new Date(NOW.getTime() + ms);
export const DAY_MS = 24 * 60 * 60 * 1000;

/** A file whose content nobody fetches; its bytes need not be there. */
export function aFile(owner: User, name: string, parentId = owner.id, type = "text/plain"): Promise<EntryRow> {
  const row = newRow({ folderId: parentId, ownerId: owner.id }, name, NOW);
  const content = { size: 3, type, objectKey: `test/${row.id}`, versionId: newId() };
  return createRow({ ...row, ...content }, false, () => ({}));
}

/** A folder of its owner. */
export function aFolder(owner: User, name: string, parentId = owner.id): Promise<EntryRow> {
  const row = newRow({ folderId: parentId, ownerId: owner.id }, name, NOW);
  return createRow({ ...row, kind: "folder" }, false, () => ({}));
}

/** A visitor of a page or program with these headers. */
export const visitor = (headers: Record<string, string> = {}): Headers => new Headers(headers);

/** A program that gives a password as RFC 7617 says. */
export const withBasic = (password: string): Headers =>
  visitor({ authorization: `Basic ${Buffer.from(`guest:${password}`).toString("base64")}` });
