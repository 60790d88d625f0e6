import type { IncomingHttpHeaders } from "node:http";
import { storeError } from "./errors";

export interface Validators {
  etag: string;
  lastModified: number;
}

interface Names {
  match: string;
  noneMatch: string;
  modifiedSince: string;
  unmodifiedSince: string;
}

const READ: Names = {
  match: "if-match",
  noneMatch: "if-none-match",
  modifiedSince: "if-modified-since",
  unmodifiedSince: "if-unmodified-since",
};

const COPY: Names = {
  match: "x-amz-copy-source-if-match",
  noneMatch: "x-amz-copy-source-if-none-match",
  modifiedSince: "x-amz-copy-source-if-modified-since",
  unmodifiedSince: "x-amz-copy-source-if-unmodified-since",
};

const seconds = (time: number): number => Math.floor(time / 1000);

function lists(header: string, etag: string): boolean {
  const tags = header.split(",").map((tag) => tag.trim().replace(/^W\//, "").replace(/^"|"$/g, ""));
  return tags.includes("*") || tags.includes(etag);
}

function parseDate(header: string | string[] | undefined): number | undefined {
  const time = typeof header === "string" ? Date.parse(header) : Number.NaN;
  return Number.isNaN(time) ? undefined : seconds(time);
}

function judge(headers: IncomingHttpHeaders, names: Names, now: Validators): "ok" | "failed" | "notModified" {
  const match = headers[names.match];
  const noneMatch = headers[names.noneMatch];
  const since = parseDate(headers[names.modifiedSince]);
  const until = parseDate(headers[names.unmodifiedSince]);
  if (typeof match === "string") {
    if (!lists(match, now.etag)) return "failed";
  } else if (until !== undefined && seconds(now.lastModified) > until) return "failed";
  if (typeof noneMatch === "string") {
    if (lists(noneMatch, now.etag)) return "notModified";
  } else if (since !== undefined && seconds(now.lastModified) <= since) return "notModified";
  return "ok";
}

/** @throws PreconditionFailed or NotModified, in RFC 9110's order of precedence. */
export function checkRead(headers: IncomingHttpHeaders, now: Validators): void {
  const verdict = judge(headers, READ, now);
  if (verdict === "failed") throw storeError("PreconditionFailed");
  if (verdict === "notModified") {
    const date = new Date(now.lastModified).toUTCString();
    throw storeError("NotModified", undefined, { etag: `"${now.etag}"`, "last-modified": date });
  }
}

/** @throws PreconditionFailed when the source of a copy is not what the client takes it for. */
export function checkCopySource(headers: IncomingHttpHeaders, now: Validators): void {
  if (judge(headers, COPY, now) !== "ok") throw storeError("PreconditionFailed");
}

/** Conditions of Put and Complete against what is there. @throws PreconditionFailed, or NoSuchKey as S3 does. */
export function checkWrite(headers: IncomingHttpHeaders, current: { etag: string } | undefined): void {
  const noneMatch = headers["if-none-match"];
  const match = headers["if-match"];
  if (noneMatch !== undefined && noneMatch !== "*") {
    throw storeError("NotImplemented", "If-None-Match of a write can only be *");
  }
  if (noneMatch === "*" && current) throw storeError("PreconditionFailed");
  if (match === undefined) return;
  if (!current) throw storeError("NoSuchKey");
  if (!lists(match, current.etag)) throw storeError("PreconditionFailed");
}

/** True when a range may be answered: there is no If-Range, or what it names is still the same. */
export function mayAnswerRange(headers: IncomingHttpHeaders, now: Validators): boolean {
  const condition = headers["if-range"];
  if (typeof condition !== "string") return true;
  if (condition.startsWith('"')) return condition === `"${now.etag}"`;
  return parseDate(condition) === seconds(now.lastModified);
}

/** The condition of a DeleteObject. @throws PreconditionFailed */
export function checkDelete(match: string | undefined, current: { etag: string } | undefined): void {
  if (match !== undefined && current && !lists(match, current.etag)) throw storeError("PreconditionFailed");
}
