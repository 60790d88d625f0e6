import { createHash } from "node:crypto";
import type { User } from "@/lib/auth/session";
import type { Entry } from "@/lib/entries/schema";
import { completeUpload } from "@/lib/uploads/complete";
import type { SignedPart, Upload } from "@/lib/uploads/schema";
import { startUpload } from "@/lib/uploads/uploads";

type Bytes = Uint8Array<ArrayBuffer>;
type Options = { parentId?: string; onConflict?: "rename" | "version" };

export const md5 = (bytes: Uint8Array): string => createHash("md5").update(bytes).digest("base64");
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Sends bytes to the store as a client does. */
export const put = (part: SignedPart | undefined, body: Bytes): Promise<Response> =>
  fetch(part?.url ?? "", { method: "PUT", headers: part?.headers, body });

/** An upload whose bytes have arrived, and which nobody has completed. */
export async function anArrivedUpload(user: User, name: string, bytes: Bytes, options: Options = {}): Promise<Upload> {
  const input = { parentId: "root", name, size: bytes.length, md5: md5(bytes), ...options };
  const upload = await startUpload(user, input);
  const sliceOf = ({ partNumber }: SignedPart) =>
    bytes.slice((partNumber - 1) * upload.partSize, partNumber * upload.partSize);
  await Promise.all(upload.parts.map((part) => put(part, sliceOf(part))));
  return upload;
}

/** A file whose bytes are in the store. */
export async function aStoredFile(user: User, name: string, bytes: Bytes, options: Options = {}): Promise<Entry> {
  return completeUpload(user, (await anArrivedUpload(user, name, bytes, options)).id, {});
}
