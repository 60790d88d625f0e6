import { peekRecord } from "@/lib/engines/object-store/changes";
import { bucketOf, type Context, type Reply } from "@/lib/engines/object-store/context";
import { storeError } from "@/lib/engines/object-store/errors";
import { listPage } from "@/lib/engines/object-store/paging";
import type { Version } from "@/lib/engines/object-store/records";
import { numberParameter } from "@/lib/engines/object-store/target";
import { document, element, join, optional, type Xml } from "@/lib/engines/object-store/xml";
import { encoderOf, ownerXml } from "./list-objects";

interface Row {
  key: string;
  version: Version;
  isLatest: boolean;
}

interface Rows {
  rows: Row[];
  /** The last row, when there is more after it. */
  next: Row | undefined;
}

/** ListObjectVersions: all versions and delete markers, keys in order, the newest of each first. */
export async function listVersions(context: Context): Promise<Reply> {
  const { target } = context;
  if (target.query.get("delimiter"))
    throw storeError("NotImplemented", "ListObjectVersions with a delimiter is not implemented.");
  const max = numberParameter(target, "max-keys", { otherwise: 1000, max: 1000 });
  const { rows, next } = await collect(context, max);
  const encode = encoderOf(target);
  const content = [
    element("Name", target.bucket),
    element("Prefix", encode(target.query.get("prefix") ?? "")),
    element("KeyMarker", encode(target.query.get("key-marker") ?? "")),
    element("VersionIdMarker", target.query.get("version-id-marker") ?? ""),
    optional("EncodingType", target.query.get("encoding-type")),
    element("MaxKeys", max),
    element("IsTruncated", next !== undefined),
    optional("NextKeyMarker", next && encode(next.key)),
    optional("NextVersionIdMarker", next?.version.versionId),
    join(rows.map((row) => renderRow({ ...row, key: encode(row.key) }))),
  ];
  return { status: 200, xml: document("ListVersionsResult", ...content) };
}

async function collect(context: Context, max: number): Promise<Rows> {
  const { target, store } = context;
  const bucket = bucketOf(context);
  const marker = { key: target.query.get("key-marker") ?? "", versionId: target.query.get("version-id-marker") };
  const query = { prefix: target.query.get("prefix") ?? "", delimiter: "", max, after: marker.key, withHidden: true };
  const page = listPage(bucket.keys, query);
  const begun = marker.versionId && bucket.keys.get(marker.key) ? [marker.key] : [];
  const rows: Row[] = [];
  for (const key of [...begun, ...page.keys.map((each) => each.key)]) {
    const { versions } = await peekRecord({ store, bucket, key });
    const from = key === marker.key ? versions.findIndex((each) => each.versionId === marker.versionId) + 1 : 0;
    for (const version of versions.slice(from)) {
      if (rows.length >= max) return { rows, next: rows.at(-1) };
      rows.push({ key, version, isLatest: version === versions[0] });
    }
  }
  return { rows, next: page.next === undefined ? undefined : rows.at(-1) };
}

function renderRow({ key, version, isLatest }: Row): Xml {
  const common = [
    element("Key", key),
    element("VersionId", version.versionId),
    element("IsLatest", isLatest),
    element("LastModified", new Date(version.lastModified).toISOString()),
    ownerXml(),
  ];
  if (version.isMarker) return element("DeleteMarker", ...common);
  const content = [
    element("ETag", `"${version.etag}"`),
    element("Size", version.size),
    element("StorageClass", "STANDARD"),
  ];
  return element("Version", ...common, ...content);
}
