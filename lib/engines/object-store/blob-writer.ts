import type { CipherGCM } from "node:crypto";
import { randomBytes } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { blobKey, SALT_BYTES, SEGMENT_BYTES, sealer } from "./encryption";
import { storeError, systemCode } from "./errors";
import { syncDirectory } from "./files";
import { countPassed } from "./memory";

/** Writes waiting for the disk, per blob: bounds the memory of an upload to about a MiB. */
const MAX_IN_FLIGHT = 4;
/** The disk is told to begin this often, so that the last sync finds little left to do. */
const FLUSH_BYTES = 32 * 1024 * 1024;

interface Progress {
  path: string;
  handle: FileHandle;
  key: Buffer;
  cipher: CipherGCM | null;
  segment: number;
  filled: number;
  sealed: Buffer[];
  position: number;
  flushedAt: number;
  flushing: Promise<void> | null;
  writes: Set<Promise<void>>;
  failure: unknown;
}

export interface BlobWriter {
  write(chunk: Buffer): Promise<void>;
  finish(): Promise<void>;
  discard(): Promise<void>;
}

/** Opens a new encrypted file. Nothing names it yet, so that a crash leaves only waste, swept at the next start. */
export async function createBlob(path: string, master: Buffer): Promise<BlobWriter> {
  const salt = randomBytes(SALT_BYTES);
  const state: Progress = {
    path,
    handle: await open(path, "wx", 0o600),
    key: blobKey(master, salt),
    cipher: null,
    segment: 0,
    filled: 0,
    sealed: [salt],
    position: 0,
    flushedAt: 0,
    flushing: null,
    writes: new Set(),
    failure: null,
  };
  return { write: (chunk) => write(state, chunk), finish: () => finish(state), discard: () => discard(state) };
}

async function write(state: Progress, chunk: Buffer): Promise<void> {
  let at = 0;
  while (at < chunk.length) {
    state.cipher ??= sealer(state.key, state.segment);
    const piece = chunk.subarray(at, at + SEGMENT_BYTES - state.filled);
    state.sealed.push(state.cipher.update(piece));
    state.filled += piece.length;
    at += piece.length;
    countPassed(piece.length);
    if (state.filled === SEGMENT_BYTES) seal(state);
  }
  while (state.writes.size >= MAX_IN_FLIGHT) await Promise.race(state.writes);
  if (state.failure) throw asAnswer(state.failure);
}

function seal(state: Progress): void {
  if (state.cipher) {
    state.sealed.push(state.cipher.final(), state.cipher.getAuthTag());
    state.cipher = null;
    state.segment += 1;
    state.filled = 0;
  }
  const bytes = state.sealed.reduce((sum, piece) => sum + piece.length, 0);
  const job = put(state, state.sealed, bytes).catch((error: unknown) => {
    state.failure ??= error;
  });
  state.sealed = [];
  state.position += bytes;
  state.writes.add(job);
  void job.finally(() => state.writes.delete(job));
}

async function put(state: Progress, pieces: Buffer[], bytes: number): Promise<void> {
  const { bytesWritten } = await state.handle.writev(pieces, state.position);
  if (bytesWritten !== bytes) throw Object.assign(new Error("short write"), { code: "ENOSPC" });
  if (state.flushing || state.position - state.flushedAt < FLUSH_BYTES) return;
  state.flushedAt = state.position;
  state.flushing = state.handle.datasync().finally(() => {
    state.flushing = null;
  });
  await state.flushing;
}

async function finish(state: Progress): Promise<void> {
  if (state.sealed.length > 0) seal(state);
  await Promise.all(state.writes);
  if (state.failure) throw asAnswer(state.failure);
  await Promise.all([state.handle.sync(), syncDirectory(dirname(state.path))]);
  await state.handle.close();
}

async function discard(state: Progress): Promise<void> {
  await Promise.all(state.writes);
  await state.handle.close().catch(() => undefined);
  await rm(state.path, { force: true });
}

const asAnswer = (error: unknown): unknown =>
  systemCode(error) === "ENOSPC" || systemCode(error) === "EDQUOT" ? storeError("InsufficientStorage") : error;
