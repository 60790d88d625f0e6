import { z } from "zod";
import { entryHeaders } from "@/lib/entries/api";
import { Entry, ListPlain, pageOf } from "@/lib/entries/schema";
import { defineCall } from "@/lib/http/call";
import { Id } from "@/lib/id";
import { CompleteUpload, SignedParts, SignParts, StartUpload, Upload } from "@/lib/uploads/schema";

const tag = "Upload";
const who = "user" as const;
const rate = "uploads" as const;
const anUpload = z.strictObject({ uploadId: Id });
const path = "/api/upload/{uploadId}";

export const startUploadCall = defineCall({
  method: "post",
  path: "/api/upload",
  tag,
  who,
  rate,
  summary: "Open an upload",
  body: StartUpload,
  answer: Upload,
  status: 201,
  creates: true,
  errors: ["name_taken", "too_large", "quota_exceeded"],
});
/** The same address with `multipart/form-data`; described by startUploadCall. */
export const uploadFormCall = defineCall({
  method: "post",
  path: "/api/upload",
  tag,
  who,
  rate,
  summary: "Send a file as a form",
  rawBody: true,
  creates: true,
  answer: Entry,
  status: 201,
  headers: entryHeaders,
});
export const signPartsCall = defineCall({
  method: "post",
  path: `${path}/parts`,
  tag,
  who,
  summary: "Sign parts, more or again",
  params: anUpload,
  body: SignParts,
  answer: SignedParts,
  errors: ["gone", "conflict"],
});
export const resumeUploadCall = defineCall({
  method: "get",
  path,
  tag,
  who,
  summary: "What the storage has received",
  params: anUpload,
  answer: Upload,
  errors: ["gone"],
});
export const completeUploadCall = defineCall({
  method: "post",
  path: `${path}/complete`,
  tag,
  who,
  summary: "Make the file appear",
  params: anUpload,
  body: CompleteUpload,
  answer: Entry,
  status: 201,
  creates: true,
  headers: entryHeaders,
  errors: ["incomplete_upload", "checksum_mismatch", "name_taken", "gone"],
});
export const abortUploadCall = defineCall({
  method: "delete",
  path,
  tag,
  who,
  summary: "Abort an upload",
  params: anUpload,
});
export const listUploadsCall = defineCall({
  method: "get",
  path: "/api/uploads",
  tag,
  who,
  summary: "Open uploads",
  query: ListPlain,
  answer: pageOf(Upload),
});

export const calls = [
  startUploadCall,
  signPartsCall,
  resumeUploadCall,
  completeUploadCall,
  abortUploadCall,
  listUploadsCall,
];
