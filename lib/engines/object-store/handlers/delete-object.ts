import { receiveText } from "@/lib/engines/object-store/body";
import { requireChecksum } from "@/lib/engines/object-store/body-plan";
import { changeRecord, type Place } from "@/lib/engines/object-store/changes";
import { checkDelete } from "@/lib/engines/object-store/conditions";
import { bucketOf, type Context, placeOf, type Reply } from "@/lib/engines/object-store/context";
import { isStoreError, storeError } from "@/lib/engines/object-store/errors";
import { type KeyRecord, makeMarker, withoutVersion, withVersion } from "@/lib/engines/object-store/records";
import { newVersionId } from "@/lib/engines/object-store/write-object";
import {
  childrenOf,
  document,
  element,
  join,
  optional,
  parseXml,
  textOf,
  type Xml,
} from "@/lib/engines/object-store/xml";

interface Deleted {
  /** The marker that was made or removed, if it is one. */
  markerId: string | undefined;
  versionId: string | undefined;
}

/** DeleteObject: what is not there is deleted already. */
export async function deleteObject(context: Context): Promise<Reply> {
  const { request, target, now } = context;
  const place = placeOf(context);
  const versionId = target.query.get("versionId");
  const deleted = await removeKey(place, { versionId, now, match: request.headers["if-match"] });
  const id = deleted.versionId ?? deleted.markerId;
  return {
    status: 204,
    headers: {
      ...(deleted.markerId ? { "x-amz-delete-marker": "true" } : {}),
      ...(id ? { "x-amz-version-id": id } : {}),
    },
  };
}

function removeKey(place: Place, wish: { versionId: string | undefined; now: number; match?: string | undefined }) {
  return changeRecord<Deleted>(place, async (record) => {
    if (wish.versionId !== undefined) return removeVersion(record, wish.versionId);
    checkDelete(wish.match, record.versions[0]);
    if (!place.bucket.config.versioning) {
      return { record: { ...record, versions: [] }, result: { markerId: undefined, versionId: undefined } };
    }
    const marker = makeMarker(newVersionId(place), wish.now);
    return { record: withVersion(record, marker), result: { markerId: marker.versionId, versionId: undefined } };
  });
}

function removeVersion(record: KeyRecord, versionId: string) {
  const version = record.versions.find((each) => each.versionId === versionId);
  const result = { markerId: version?.isMarker ? versionId : undefined, versionId };
  return version ? { record: withoutVersion(record, versionId), result } : { result };
}

/** DeleteObjects: up to 1,000 in one request, each with its own outcome. */
export async function deleteObjects(context: Context): Promise<Reply> {
  const { request, store, now } = context;
  const bucket = bucketOf(context);
  requireChecksum(request.headers);
  const root = parseXml(await receiveText(context), "Delete");
  const isQuiet = textOf(root, "Quiet") === "true";
  const wishes = childrenOf(root, "Object").map((each) => ({
    key: textOf(each, "Key") ?? "",
    versionId: textOf(each, "VersionId"),
  }));
  if (wishes.length === 0 || wishes.length > 1000) throw storeError("MalformedXML");
  const results: Xml[] = [];
  await inParallel(wishes, async ({ key, versionId }) => {
    try {
      const deleted = await removeKey({ store, bucket, key }, { versionId, now });
      if (!isQuiet) results.push(renderDeleted(key, deleted));
    } catch (error) {
      if (!isStoreError(error)) throw error;
      results.push(
        element("Error", element("Key", key), element("Code", error.storeCode), element("Message", error.message)),
      );
    }
  });
  return { status: 200, xml: document("DeleteResult", join(results)) };
}

const renderDeleted = (key: string, { markerId, versionId }: Deleted): Xml =>
  element(
    "Deleted",
    element("Key", key),
    optional("VersionId", versionId),
    ...(markerId ? [element("DeleteMarker", true), element("DeleteMarkerVersionId", markerId)] : []),
  );

// Each removal waits for the disk: a few at a time let it do several in one turn.
async function inParallel<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const workers = Array.from({ length: 8 }, async () => {
    for (const item of queue) await work(item);
  });
  await Promise.all(workers);
}
