import { escapeUri } from "@smithy/core/protocols";
import { bucketOf, type Context, type Reply } from "@/lib/engines/object-store/context";
import { storeError } from "@/lib/engines/object-store/errors";
import type { Summary } from "@/lib/engines/object-store/key-index";
import { listPage, type Page } from "@/lib/engines/object-store/paging";
import { numberParameter, type Target } from "@/lib/engines/object-store/target";
import { document, element, join, optional, type Xml } from "@/lib/engines/object-store/xml";

/** Encodes keys as the client asked, for those that XML cannot hold. @throws InvalidArgument */
export function encoderOf({ query }: Target): (text: string) => string {
  const type = query.get("encoding-type");
  if (type === undefined) return (text) => text;
  if (type !== "url") throw storeError("InvalidArgument", "Invalid Encoding Method specified in Request");
  return (text) => text.split("/").map(escapeUri).join("/");
}

/** ListObjectsV2, and ListObjects as it was before. */
export async function listObjects(context: Context): Promise<Reply> {
  const { target } = context;
  const bucket = bucketOf(context);
  const isV2 = target.query.get("list-type") === "2";
  const max = numberParameter(target, "max-keys", { otherwise: 1000, max: 1000 });
  const prefix = target.query.get("prefix") ?? "";
  const delimiter = target.query.get("delimiter") ?? "";
  const after = isV2 ? startOf(target) : (target.query.get("marker") ?? "");
  const page = listPage(bucket.keys, { prefix, delimiter, max, after, withHidden: false });
  const encode = encoderOf(target);
  const common = [
    element("Name", bucket.name),
    element("Prefix", encode(prefix)),
    optional("Delimiter", delimiter ? encode(delimiter) : undefined),
    element("MaxKeys", max),
    optional("EncodingType", target.query.get("encoding-type")),
    element("IsTruncated", page.next !== undefined),
  ];
  const paging = isV2 ? pagingV2(target, page) : pagingV1(target, page);
  const owner = isV2 && target.query.get("fetch-owner") !== "true" ? undefined : ownerXml();
  const contents = page.keys.map(({ key, summary }) => renderKey(encode(key), summary, owner));
  const prefixes = page.prefixes.map((each) => element("CommonPrefixes", element("Prefix", encode(each))));
  return { status: 200, xml: document("ListBucketResult", ...common, ...paging, join(contents), join(prefixes)) };
}

function startOf({ query }: Target): string {
  const token = query.get("continuation-token");
  if (token === undefined) return query.get("start-after") ?? "";
  const bytes = Buffer.from(token, "base64url");
  if (token === "" || bytes.toString("base64url") !== token) {
    throw storeError("InvalidArgument", "The continuation token provided is incorrect");
  }
  return bytes.toString("utf8");
}

function pagingV2({ query }: Target, page: Page): Xml[] {
  return [
    element("KeyCount", page.keys.length + page.prefixes.length),
    optional("ContinuationToken", query.get("continuation-token")),
    optional("StartAfter", query.get("start-after")),
    optional("NextContinuationToken", page.next && Buffer.from(page.next).toString("base64url")),
  ];
}

function pagingV1(target: Target, page: Page): Xml[] {
  const encode = encoderOf(target);
  const marker = target.query.get("marker") ?? "";
  return [element("Marker", encode(marker)), optional("NextMarker", page.next && encode(page.next))];
}

/** There is one owner of all. */
export const ownerXml = (): Xml => element("Owner", element("ID", "owner"), element("DisplayName", "owner"));

const renderKey = (key: string, summary: Summary, owner: Xml | undefined): Xml =>
  element(
    "Contents",
    element("Key", key),
    element("LastModified", new Date(summary.lastModified).toISOString()),
    element("ETag", `"${summary.etag}"`),
    optional("ChecksumAlgorithm", summary.checksum),
    element("Size", summary.size),
    owner,
    element("StorageClass", "STANDARD"),
  );
