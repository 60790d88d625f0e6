import { z } from "zod";
import { ActivityView } from "@/lib/activity/schema";
import {
  Entry,
  KeptThumbnail,
  ListActivity,
  ListPlain,
  ListThumbnails,
  pageOf,
  Search,
  SignedPut,
  StartThumbnail,
  Thumbnails,
} from "@/lib/entries/schema";
import { defineCall } from "@/lib/http/call";
import { Id } from "@/lib/id";

// The calls that gather entries from all folders, and what is shown of them.
const tag = "Entries";
const who = "user" as const;
const anEntry = z.strictObject({ entryId: Id });

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

export const calls = [
  startThumbnailCall,
  keepThumbnailCall,
  thumbnailsCall,
  searchCall,
  activityCall,
  starredCall,
  recentCall,
];
