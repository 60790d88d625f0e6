import { gsi1, keys } from "@/lib/aws/keys";
import type { Write } from "@/lib/aws/transact";
import { type EntryRow, otherKind, type Pointer, pointerItem, rowItem, rowKey, rowSk } from "@/lib/entries/row";
import { wordsOf } from "@/lib/entries/words";

const ABSENT = "attribute_not_exists(pk)";

/** Names of the writes that make an entry visible; which one was refused says why. */
export type CreateStep = "row" | "other" | "pointer" | "parent" | `word:${string}`;

/** The writes that make an entry visible: its name is free for both kinds, and its folder still takes entries. */
export function createWrites(row: EntryRow): Partial<Record<CreateStep, Write>> {
  return {
    row: { Put: { Item: rowItem(row), ConditionExpression: ABSENT } },
    other: { ConditionCheck: { Key: otherNameKey(row), ConditionExpression: ABSENT } },
    pointer: { Put: { Item: pointerItem(row), ConditionExpression: ABSENT } },
    parent: folderTakes(row.parentId, row.ownerId),
    ...wordWrites(null, row),
  };
}

/** The writes by which an entry is found by the words of its name (DESIGN 3, Search): what the old name had and the new one hasn't goes. */
export function wordWrites(before: EntryRow | null, after: EntryRow | null): Record<`word:${string}`, Write> {
  const [old, now] = [wordsOf(before?.name ?? ""), wordsOf(after?.name ?? "")];
  const { ownerId = "", id = "" } = after ?? before ?? {};
  const gone = old.filter((word) => !now.includes(word));
  const come = now.filter((word) => !old.includes(word));
  return Object.fromEntries([
    ...gone.map((word) => [`word:${word}`, { Delete: { Key: keys.word(ownerId, word, id) } }]),
    ...come.map((word) => [`word:${word}`, { Put: { Item: keys.word(ownerId, word, id) } }]),
  ]);
}

/** The key that a same-named entry of the other kind would have. */
export const otherNameKey = (row: EntryRow) => keys.row(row.parentId, rowSk(otherKind(row.kind), row.name));

/** A folder takes entries while it is neither in the trash nor being purged; the top folder always does. */
export function folderTakes(folderId: string, ownerId: string): Write | undefined {
  if (folderId === ownerId) return undefined;
  return {
    ConditionCheck: {
      Key: keys.pointer(folderId),
      ConditionExpression: "attribute_exists(pk) AND trashedAt = :never AND attribute_not_exists(purging)",
      ExpressionAttributeValues: { ":never": null },
    },
  };
}

/** An ancestor is still where it was read, so that two crossing moves cannot make a cycle. */
export const stillUnder = (ancestor: Pointer): Write => ({
  ConditionCheck: {
    Key: keys.pointer(ancestor.id),
    ConditionExpression: "parentId = :parentId AND trashedAt = :never AND attribute_not_exists(purging)",
    ExpressionAttributeValues: { ":parentId": ancestor.parentId, ":never": null },
  },
});

/** Replaces a row in its place, if nobody changed it since it was read. */
export const replaceRow = (before: EntryRow, after: EntryRow): Write => ({
  Put: {
    Item: rowItem(after),
    ConditionExpression: "revision = :revision AND id = :id",
    ExpressionAttributeValues: { ":revision": before.revision, ":id": before.id },
  },
});

/** Takes a row away from its place, if nobody changed it since it was read. */
export const removeRow = (before: EntryRow): Write => ({
  Delete: {
    Key: rowKey(before),
    ConditionExpression: "revision = :revision AND id = :id",
    ExpressionAttributeValues: { ":revision": before.revision, ":id": before.id },
  },
});

/** Points an id at its row's new place, if it still points where it was read. */
export const repoint = (before: EntryRow, after: EntryRow): Write => ({
  Put: {
    Item: pointerItem(after),
    ConditionExpression: "rowSk = :rowSk AND parentId = :parentId AND attribute_not_exists(purging)",
    ExpressionAttributeValues: { ":rowSk": rowKey(before).sk, ":parentId": before.parentId },
  },
});

export type UsageChange = {
  used?: number;
  reserved?: number;
  /** Files more or fewer, and the group they count in. */
  files?: number;
  kind?: string;
  /** The group a file leaves when its content changes. */
  fromKind?: string;
};

/**
 * Adds to an account's sums. What takes more room than it gives is refused beyond the quota: `freeBytes` is what used and
 * reserved leave of it, kept beside them because a condition cannot add. Nothing else writes these numbers (DESIGN 3, Quota).
 */
export function addUsage(ownerId: string, change: UsageChange): Write {
  const { used = 0, reserved = 0, kind = "other" } = change;
  const taken = used + reserved;
  const files = filesByKind(change);
  const groups = Object.keys(files);
  const adds = ["usedBytes :used", "reservedBytes :reserved", "freeBytes :free", "files :files", "#bytes :used"];
  return {
    Update: {
      Key: keys.usage(ownerId),
      UpdateExpression: `ADD ${[...adds, ...groups.map((_, index) => `#group${index} :group${index}`)].join(", ")}`,
      ConditionExpression: taken > 0 ? "freeBytes >= :taken" : "attribute_exists(pk)",
      ExpressionAttributeNames: {
        "#bytes": `bytes_${kind}`,
        ...Object.fromEntries(groups.map((group, index) => [`#group${index}`, `files_${group}`])),
      },
      ExpressionAttributeValues: {
        ":used": used,
        ":reserved": reserved,
        ":free": -taken,
        ":files": change.files ?? 0,
        ...(taken > 0 ? { ":taken": taken } : {}),
        ...Object.fromEntries(groups.map((group, index) => [`:group${index}`, files[group]])),
      },
    },
  };
}

function filesByKind({ files, kind = "other", fromKind }: UsageChange): Record<string, number> {
  if (files) return { [kind]: files };
  return fromKind && fromKind !== kind ? { [fromKind]: -1, [kind]: 1 } : {};
}

/** An entry is where it was read and is not going away. */
export const stillCurrent = (row: EntryRow): Write => ({
  ConditionCheck: {
    Key: keys.pointer(row.id),
    ConditionExpression: "rowSk = :rowSk AND parentId = :parentId AND attribute_not_exists(purging)",
    ExpressionAttributeValues: { ":rowSk": rowKey(row).sk, ":parentId": row.parentId },
  },
});

/** Counts one more version that names an object. */
export const referObject = (objectKey: string): Write => ({
  Update: {
    Key: keys.object(objectKey),
    UpdateExpression: "SET objectKey = :objectKey REMOVE GSI1PK, GSI1SK ADD refs :one",
    ConditionExpression: "attribute_not_exists(condemned)",
    ExpressionAttributeValues: { ":objectKey": objectKey, ":one": 1 },
  },
});

const REAP_AFTER_MS = 60 * 60 * 1000;

/** Counts one fewer (or none fewer, for bytes that never became a version) and has the object looked at in an hour. */
export const releaseObject = (objectKey: string, by: 1 | 0, now = new Date()): Write => ({
  Update: {
    Key: keys.object(objectKey),
    UpdateExpression: "SET objectKey = :objectKey, GSI1PK = :pk, GSI1SK = :sk ADD refs :by",
    ...(by === 1 ? { ConditionExpression: "refs >= :one" } : {}),
    ExpressionAttributeValues: {
      ":objectKey": objectKey,
      ":pk": gsi1.reap("", "").GSI1PK,
      ":sk": gsi1.reap(new Date(now.getTime() + REAP_AFTER_MS).toISOString(), objectKey).GSI1SK,
      ":by": -by,
      ...(by === 1 ? { ":one": 1 } : {}),
    },
  },
});

/** The group that an account's sums are kept by. */
export function kindOfType(type: string | null): string {
  const [main = "", rest = ""] = (type ?? "").split("/");
  if (["image", "video", "audio", "text"].includes(main)) return main;
  if (/pdf|msword|officedocument|opendocument|rtf/.test(rest)) return "document";
  return /zip|tar|gzip|7z|rar|compress/.test(rest) ? "archive" : "other";
}
