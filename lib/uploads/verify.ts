import "server-only";
import { createHash } from "node:crypto";
import { openObject, type StoredObject } from "@/lib/aws/s3";
import { AppError } from "@/lib/errors";
import type { UploadRow } from "@/lib/uploads/repo";
import type { CompleteUpload } from "@/lib/uploads/schema";

/**
 * Holds what was announced of the whole content against what the store can prove. A single PUT whose SHA-256 the store cannot
 * prove (it knows MD5 alone) is read back once, at most 16 MiB; for multipart each part was proved and the whole is recorded as
 * announced (DESIGN 4). Answers the SHA-256 to record.
 * @throws AppError `checksum_mismatch`.
 */
export async function verifyDigest(
  row: UploadRow,
  stored: StoredObject,
  input: CompleteUpload,
): Promise<string | null> {
  const announced = input.sha256 ?? row.sha256;
  if (input.sha256 && row.sha256 && input.sha256 !== row.sha256) throw new AppError("checksum_mismatch");
  if (row.multipartId) return announced;
  const md5 = row.md5 ? Buffer.from(row.md5, "base64").toString("hex") : null;
  if (md5 && stored.md5 && md5 !== stored.md5) throw new AppError("checksum_mismatch");
  if (!announced) return stored.sha256;
  const proved = stored.sha256 ?? (await hashObject(row.objectKey));
  if (proved !== announced) throw new AppError("checksum_mismatch");
  return announced;
}

async function hashObject(objectKey: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of await openObject(objectKey)) hash.update(chunk);
  return hash.digest("hex");
}
