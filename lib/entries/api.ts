import { z } from "zod";
import { ActivityView } from "@/lib/activity/schema";
import {
  Batch,
  BatchResults,
  ContentQuery,
  CopyEntry,
  CopyProgress,
  CreateFolder,
  Entry,
  Id,
  KeptThumbnail,
  ListActivity,
  ListFolder,
  ListPlain,
  ListThumbnails,
  PatchEntry,
  Path,
  pageOf,
  Search,
  SignedPut,
  StartThumbnail,
  Thumbnails,
  Version,
} from "@/lib/entries/schema";
import { defineCall } from "@/lib/http/call";

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
export const starredCall = defineCall({
  method: "get",
  path: "/api/starred",
  tag,
  who,
  summary: "Starred entries",
  query: ListPlain,
  answer: pageOf(Entry),
});
export const recentCall = defineCall({
  method: "get",
  path: "/api/recent",
  tag,
  who,
  summary: "Files, last changed first",
  query: ListPlain,
  answer: pageOf(Entry),
});

export const searchCall = defineCall({
  method: "get",
  path: "/api/search",
  tag,
  who,
  summary: "Entries by the words of their names",
  query: Search,
  answer: pageOf(Entry),
});

export const activityCall = defineCall({
  method: "get",
  path: "/api/activity",
  tag,
  who,
  summary: "What was done, by whom, when; with an entry or with the whole account",
  query: ListActivity,
  answer: pageOf(ActivityView),
});

export const startThumbnailCall = defineCall({
  method: "post",
  path: "/api/files/{entryId}/thumbnail",
  tag,
  who,
  summary: "Sign the PUT of a small picture made of the content",
  params: anEntry,
  body: StartThumbnail,
  answer: SignedPut,
});
export const keepThumbnailCall = defineCall({
  method: "post",
  path: "/api/files/{entryId}/thumbnail/kept",
  tag,
  who,
  summary: "The small picture is stored, or none can be made",
  params: anEntry,
  body: KeptThumbnail,
  errors: ["incomplete_upload"],
});
export const thumbnailsCall = defineCall({
  method: "get",
  path: "/api/thumbnails",
  tag,
  who,
  summary: "The small pictures of many files",
  query: ListThumbnails,
  answer: Thumbnails,
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
  starredCall,
  recentCall,
  searchCall,
  activityCall,
  startThumbnailCall,
  keepThumbnailCall,
  thumbnailsCall,
];
