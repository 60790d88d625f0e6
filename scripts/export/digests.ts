import { createHash } from "node:crypto";
import { createCRC32 } from "hash-wasm";
import { headObject } from "@/lib/aws/s3";
import type { EntryRow } from "@/lib/entries/row";
import { findVersionRow } from "@/lib/entries/version-repo";

/** What is recorded of a content; digests in hexadecimal. Of the digests that are not null all must agree. */
export type Known = { size: number; sha256: string | null; md5: string | null; crc32: string | null };

/**
 * What table and store know of a file's content. The store is asked only where the table has no checksum: a client that sent
 * none, in parts, leaves size alone.
 */
export async function knownOf({ id, size, sha256, objectKey, versionId }: EntryRow): Promise<Known> {
  const known: Known = { size: size ?? 0, sha256, md5: null, crc32: null };
  if (sha256) return known;
  const version = versionId ? await findVersionRow(id, versionId) : null;
  if (version?.crc32) return { ...known, crc32: version.crc32 };
  const stored = await headObject(objectKey ?? "");
  return { ...known, sha256: stored?.sha256 ?? null, md5: stored?.md5 ?? null };
}

/** Reckons, over bytes as they come, what is known of the content. */
export async function digestsOf(known: Known) {
  const sha256 = known.sha256 ? createHash("sha256") : null;
  const md5 = known.md5 ? createHash("md5") : null;
  const crc32 = known.crc32 ? (await createCRC32()).init() : null;
  let size = 0;
  return {
    update: (bytes: Uint8Array): void => {
      size += bytes.length;
      for (const hash of [sha256, md5, crc32]) hash?.update(bytes);
    },
    end: (): Known => ({
      size,
      sha256: sha256?.digest("hex") ?? null,
      md5: md5?.digest("hex") ?? null,
      crc32: crc32?.digest("hex") ?? null,
    }),
  };
}

/** What differs between what is known and what came, in words; null when nothing does. */
export function sameAs(known: Known, came: Known): string | null {
  if (came.size !== known.size) return `${came.size} bytes came, ${known.size} are recorded`;
  for (const name of ["sha256", "md5", "crc32"] as const) {
    if (known[name] && known[name] !== came[name]) return `its ${name} is ${came[name]}, ${known[name]} is recorded`;
  }
  return null;
}
