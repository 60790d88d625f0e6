import { type Opened, openVersion, type Place } from "./changes";
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
