import { z } from "zod";
import {
  Batch,
  BatchResults,
  ContentQuery,
  CopyEntry,
  CopyProgress,
  CreateFolder,
  Entry,
  ListFolder,
  ListPlain,
  PatchEntry,
  Path,
  pageOf,
  Version,
} from "@/lib/entries/schema";
import { defineCall } from "@/lib/http/call";
import { Id } from "@/lib/id";

const tag = "Entries";
const who = "user" as const;
const anEntry = z.strictObject({ entryId: Id });
const aVersion = z.strictObject({ entryId: Id, versionId: Id });
/** The headers of an answer that is one entry. */
export const entryHeaders = (entry: z.output<typeof Entry>) => ({ etag: `"${entry.etag}"` });

export const listFolderCall = defineCall({
  method: "get",
  path: "/api/files",
  tag,
  who,
  summary: "One page of a folder, folders first",
  query: ListFolder,
  answer: pageOf(Entry),
});
export const createFolderCall = defineCall({
  method: "post",
  path: "/api/folders",
  tag,
  who,
  summary: "Make a folder",
  body: CreateFolder,
  answer: Entry,
  status: 201,
  creates: true,
  headers: entryHeaders,
  errors: ["name_taken"],
});
export const getEntryCall = defineCall({
  method: "get",
  path: "/api/files/{entryId}",
  tag,
  who,
  summary: "One entry",
  params: anEntry,
  answer: Entry,
  headers: entryHeaders,
});
export const pathCall = defineCall({
  method: "get",
  path: "/api/files/{entryId}/path",
  tag,
  who,
  summary: "From the top folder down",
  params: anEntry,
  answer: Path,
});
export const patchEntryCall = defineCall({
  method: "patch",
  path: "/api/files/{entryId}",
  tag,
  who,
  summary: "Rename, move and star, all or nothing",
  params: anEntry,
  body: PatchEntry,
  answer: Entry,
  headers: entryHeaders,
  errors: ["name_taken", "cycle", "precondition_failed"],
});
export const copyEntryCall = defineCall({
  method: "post",
  path: "/api/files/{entryId}/copy",
  tag,
  who,
  summary: "Copy an entry, and what is below it; no byte passes through the app",
  params: anEntry,
  body: CopyEntry,
  answer: Entry,
  status: 201,
  creates: true,
  headers: entryHeaders,
  errors: ["name_taken", "cycle", "quota_exceeded"],
});
export const copyProgressCall = defineCall({
  method: "get",
  path: "/api/files/{entryId}/copy",
  tag,
  who,
  summary: "How far the copy of a folder is",
  params: anEntry,
  answer: CopyProgress,
});
export const trashEntryCall = defineCall({
  method: "delete",
  path: "/api/files/{entryId}",
  tag,
  who,
  summary: "Into the trash, with all that is below",
  params: anEntry,
  errors: ["precondition_failed"],
});
export const contentCall = defineCall({
  method: "get",
  path: "/api/files/{entryId}/content",
  tag,
  who,
  summary: "302 to a signed address of the content",
  params: anEntry,
  query: ContentQuery,
  status: 302,
  rate: "downloads",
});
export const listVersionsCall = defineCall({
  method: "get",
  path: "/api/files/{entryId}/versions",
  tag,
  who,
  summary: "Stored contents, newest first",
  params: anEntry,
  query: ListPlain,
  answer: pageOf(Version),
});
export const restoreVersionCall = defineCall({
  method: "post",
  path: "/api/files/{entryId}/versions/{versionId}/restore",
  tag,
  who,
  summary: "The old content as a new current version",
  params: aVersion,
  answer: Entry,
  headers: entryHeaders,
  creates: true,
  errors: ["quota_exceeded"],
});
export const dropVersionCall = defineCall({
  method: "delete",
  path: "/api/files/{entryId}/versions/{versionId}",
  tag,
  who,
  summary: "Drop one stored content, never the current",
  params: aVersion,
  errors: ["conflict"],
});
export const listTrashCall = defineCall({
  method: "get",
  path: "/api/trash",
  tag,
  who,
  summary: "What is in the trash",
  query: ListPlain,
  answer: pageOf(Entry),
});
export const emptyTrashCall = defineCall({
  method: "delete",
  path: "/api/trash",
  tag,
  who,
  summary: "Empty the trash",
});
export const restoreEntryCall = defineCall({
  method: "post",
  path: "/api/trash/{entryId}/restore",
  tag,
  who,
  summary: "Back to where it was",
  params: anEntry,
  answer: Entry,
  headers: entryHeaders,
});
export const purgeEntryCall = defineCall({
  method: "delete",
  path: "/api/trash/{entryId}",
  tag,
  who,
  summary: "Delete for good",
  params: anEntry,
});
export const batchCall = defineCall({
  method: "post",
  path: "/api/files/batch",
  tag,
  who,
  summary: "One thing to many entries, each on its own",
  body: Batch,
  answer: BatchResults,
});

export const calls = [
  listFolderCall,
  createFolderCall,
  getEntryCall,
  pathCall,
  patchEntryCall,
  copyEntryCall,
  copyProgressCall,
  trashEntryCall,
  contentCall,
  listVersionsCall,
  restoreVersionCall,
  dropVersionCall,
  listTrashCall,
  emptyTrashCall,
  restoreEntryCall,
  purgeEntryCall,
  batchCall,
];
