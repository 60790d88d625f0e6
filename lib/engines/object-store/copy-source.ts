import { createHash } from "node:crypto";
import type { Received } from "./body";
import { type Opened, openVersion, type Place } from "./changes";
import { type ChecksumAlgorithm, createHasher } from "./checksums";
import { checkCopySource } from "./conditions";
import type { Context } from "./context";
import { storeError } from "./errors";
import { requireBucket } from "./store";
import { parseTarget } from "./target";

export interface CopySource extends Opened {
  place: Place;
}

/** Opens what `x-amz-copy-source` names, if its conditions hold. To be released. */
export async function openCopySource({ request, store }: Context): Promise<CopySource> {
  const header = String(request.headers["x-amz-copy-source"] ?? "");
  const [path = "", versionQuery] = header.split(/\?(?=versionId=[^?]*$)/);
  const { bucket, key } = parseTarget(path.startsWith("/") ? path : `/${decodeSlash(path)}`);
  if (!bucket || !key)
    throw storeError("InvalidArgument", "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
  const place = { store, bucket: requireBucket(store, bucket), key };
  const opened = await openVersion(place, versionQuery?.slice("versionId=".length));
  try {
    checkCopySource(request.headers, opened.version);
    return { ...opened, place };
  } catch (error) {
    opened.release();
    throw error;
  }
}

// Some clients escape the slash between bucket and key too.
const decodeSlash = (path: string): string => (path.includes("/") ? path : path.replace(/%2F/i, "/"));

/** The header that tells which version was copied. */
export const sourceHeader = ({ place, version }: CopySource): Record<string, string> =>
  place.bucket.config.versioning ? { "x-amz-copy-source-version-id": version.versionId } : {};

/** Takes in bytes that are here already, as `receiveBody` does those of a client. */
export async function receiveCopy(
  source: AsyncIterable<Buffer[]>,
  write: (chunk: Buffer) => Promise<void>,
  algorithm: ChecksumAlgorithm | undefined,
): Promise<Received> {
  const hash = createHash("md5");
  const hasher = algorithm && (await createHasher(algorithm));
  let size = 0;
  for await (const pieces of source) {
    for (const chunk of pieces) {
      size += chunk.length;
      hash.update(chunk);
      hasher?.update(chunk);
      await write(chunk);
    }
  }
  const checksum = algorithm && hasher && { algorithm, value: hasher.digest().toString("base64") };
  return { size, md5: hash.digest(), checksum };
}
