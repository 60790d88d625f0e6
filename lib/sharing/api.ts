import { z } from "zod";
import { ListPlain, pageOf } from "@/lib/entries/schema";
import { defineCall } from "@/lib/http/call";
import { Id } from "@/lib/id";
import { CreateShare, ListSharedFolder, PatchShare, Share, SharedEntry, ShareVisits } from "@/lib/sharing/schema";

const tag = "Sharing";
const who = "user" as const;
const anEntry = z.strictObject({ entryId: Id });
const aShare = z.strictObject({ shareId: Id });
const visit = { tag, params: aShare, rate: "downloads" as const, errors: ["unauthenticated", "gone"] as const };

export const createShareCall = defineCall({
  method: "post",
  path: "/api/files/{entryId}/shares",
  tag,
  who,
  summary: "Make a link to a file or folder",
  params: anEntry,
  body: CreateShare,
  answer: Share,
  status: 201,
  creates: true,
});
export const listEntrySharesCall = defineCall({
  method: "get",
  path: "/api/files/{entryId}/shares",
  tag,
  who,
  summary: "The links to one entry, newest first",
  params: anEntry,
  query: ListPlain,
  answer: pageOf(Share),
});
export const listSharesCall = defineCall({
  method: "get",
  path: "/api/shares",
  tag,
  who,
  summary: "The caller's links, newest first, ended ones too",
  query: ListPlain,
  answer: pageOf(Share),
});
export const visitsCall = defineCall({
  method: "get",
  path: "/api/shares/{shareId}/visits",
  tag,
  who,
  summary: "How often a link was opened and downloaded, day by day",
  params: aShare,
  answer: ShareVisits,
});
export const patchShareCall = defineCall({
  method: "patch",
  path: "/api/shares/{shareId}",
  tag,
  who,
  summary: "Change a link",
  params: aShare,
  body: PatchShare,
  answer: Share,
  errors: ["gone"],
});
export const revokeShareCall = defineCall({
  method: "delete",
  path: "/api/shares/{shareId}",
  tag,
  who,
  summary: "End a link, from the next request on",
  params: aShare,
});
export const openShareCall = defineCall({
  ...visit,
  method: "get",
  path: "/s/{shareId}",
  summary: "302 to the file, or to a folder's list; a browser gets a page",
  status: 302,
});
export const downloadShareCall = defineCall({
  ...visit,
  method: "get",
  path: "/s/{shareId}/download",
  summary: "302 to a signed address of the file, or 200 and the folder as one ZIP; counts one download",
  query: z.strictObject({ file: Id.optional().describe("a file or a folder in the shared folder") }),
  status: 302,
});
export const previewShareCall = defineCall({
  ...visit,
  method: "get",
  path: "/s/{shareId}/preview",
  summary: "302 to a signed address of a file that can be looked at; no download, so none where a link counts them",
  query: z.strictObject({ file: Id.optional().describe("a file in the shared folder") }),
  status: 302,
});
export const listSharedCall = defineCall({
  ...visit,
  method: "get",
  path: "/s/{shareId}/files",
  summary: "One page of a shared folder, or of a folder below it",
  query: ListSharedFolder,
  answer: pageOf(SharedEntry),
});

export const calls = [
  createShareCall,
  listEntrySharesCall,
  listSharesCall,
  visitsCall,
  patchShareCall,
  revokeShareCall,
  openShareCall,
  downloadShareCall,
  previewShareCall,
  listSharedCall,
];
