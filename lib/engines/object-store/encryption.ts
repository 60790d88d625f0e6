import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { link, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "./errors";
import { syncDirectory } from "./files";

/** Plain bytes in a segment; each is sealed on its own, so that a range decrypts no more than it touches. */
export const SEGMENT_BYTES = 256 * 1024;
export const TAG_BYTES = 16;
export const SALT_BYTES = 32;
const ALGORITHM = "aes-256-gcm";

/** Reads the key of this store, drawing it on the first start; it appears whole or not at all. */
export async function loadMasterKey(directory: string): Promise<Buffer> {
  const path = join(directory, "master.key");
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  try {
    return await readKey(path);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
  const handle = await open(draft, "wx", 0o600);
  await handle.writeFile(randomBytes(32));
  await handle.sync();
  await handle.close();
  await link(draft, path);
  await rm(draft);
  await syncDirectory(directory);
  return readKey(path);
}

async function readKey(path: string): Promise<Buffer> {
  const key = await readFile(path);
  if (key.length !== 32) throw new Error(`${path} must hold 32 bytes, but it holds ${key.length}`);
  return key;
}

/** Each blob has a key of its own, so that a counter is a safe nonce. */
export const blobKey = (master: Buffer, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync("sha256", master, salt, "object-store blob", 32));

function nonce(segment: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(segment, 8);
  return bytes;
}

/** Encrypts one segment. */
export const sealer = (key: Buffer, segment: number) => createCipheriv(ALGORITHM, key, nonce(segment));

/** Decrypts one whole segment, tag included. @throws when a bit of it changed on the disk. */
export function unseal(key: Buffer, segment: number, sealed: Buffer): Buffer[] {
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, nonce(segment));
  decipher.setAuthTag(sealed.subarray(end));
  const pieces: Buffer[] = [];
  // OpenSSL's output is allocated anew for each update: in pieces of 64 KiB it is twice as fast as whole.
  for (let at = 0; at < end; at += 65536) pieces.push(decipher.update(sealed.subarray(at, Math.min(at + 65536, end))));
  decipher.final();
  return pieces;
}
