"use server";

import { refresh } from "next/cache";
import { requireAll, runBatch } from "@/lib/entries/batch";
import * as entries from "@/lib/entries/entries";
import * as purge from "@/lib/entries/purge";
import { patchEntry } from "@/lib/entries/relocate";
import { CreateFolder, EntryIds, MoveEntries, RenameEntry, StarEntries } from "@/lib/entries/schema";
import { userAction } from "@/lib/http/action";
import { Nothing } from "@/lib/http/call";

export const createFolder = userAction(CreateFolder, async (user, input) => {
  const { id, name } = await entries.createFolder(user, input);
  refresh();
  return { id, name };
});

export const renameEntry = userAction(RenameEntry, async (user, input) => {
  const { name } = await patchEntry(user, input);
  refresh();
  return { name };
});

export const moveEntries = userAction(MoveEntries, async (user, { entryIds, parentId }) => {
  const moved = requireAll(await runBatch(user, { action: "move", ids: entryIds, parentId }));
  refresh();
  return moved;
});

export const starEntries = userAction(StarEntries, async (user, { entryIds, starred }) => {
  const changed = requireAll(await runBatch(user, { action: starred ? "star" : "unstar", ids: entryIds }));
  refresh();
  return changed;
});

export const trashEntries = userAction(EntryIds, async (user, { entryIds }) => {
  const trashed = requireAll(await runBatch(user, { action: "trash", ids: entryIds }));
  refresh();
  return trashed;
});

export const restoreEntries = userAction(EntryIds, async (user, { entryIds }) => {
  const restored = requireAll(await runBatch(user, { action: "restore", ids: entryIds }));
  refresh();
  return restored;
});

export const purgeEntries = userAction(EntryIds, async (user, { entryIds }) => {
  const purged = requireAll(await runBatch(user, { action: "delete", ids: entryIds }));
  refresh();
  return purged;
});

export const emptyTrash = userAction(Nothing, async (user) => {
  await purge.emptyTrash(user);
  refresh();
});
