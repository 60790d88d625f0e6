import type { Bucket } from "./bucket";
import { changeRecord } from "./changes";
import type { LifecycleRule } from "./lifecycle-rules";
import { type KeyRecord, makeMarker, type Version } from "./records";
import type { Report, Store } from "./store";
import { dropUpload } from "./uploads";
import { newVersionId } from "./write-object";

const DAY_MS = 24 * 3600 * 1000;
const HOUR_MS = 3600 * 1000;

/** Applies the lifecycle rules of all buckets, now and every hour. */
export function startLifecycle(store: Store, report: Report): void {
  const sweep = () =>
    applyLifecycle(store, Date.now()).catch((error: unknown) => report({ event: "error", message: String(error) }));
  void sweep();
  setInterval(sweep, HOUR_MS).unref();
}

/** Ends what the rules say has lived long enough at the given time. */
export async function applyLifecycle(store: Store, now: number): Promise<void> {
  for (const bucket of [...store.buckets.values()]) {
    for (const rule of bucket.config.lifecycle ?? []) {
      if (!rule.isEnabled) continue;
      if (rule.abortDays !== undefined) await abortOld(store, bucket, { rule, now });
      if (rule.expireDays ?? rule.noncurrentDays ?? rule.newerVersions ?? (rule.dropsLoneMarkers || undefined)) {
        await expireOld(store, bucket, { rule, now });
      }
    }
  }
}

/** S3 counts whole days from the next midnight on. */
export const isDue = (since: number, days: number, now: number): boolean =>
  Math.ceil((since + days * DAY_MS) / DAY_MS) * DAY_MS <= now;

interface Sweep {
  rule: LifecycleRule;
  now: number;
}

async function abortOld(store: Store, bucket: Bucket, { rule, now }: Sweep): Promise<void> {
  const old = [...bucket.uploads.values()].filter(
    ({ key, initiated }) => key.startsWith(rule.prefix) && isDue(initiated, rule.abortDays ?? 0, now),
  );
  for (const { uploadId } of old) {
    await store.lock(`upload ${uploadId}`, async () => {
      const upload = bucket.uploads.get(uploadId);
      if (!upload) return;
      bucket.uploads.delete(uploadId);
      await dropUpload(bucket.directory, uploadId, store.temporary);
      await store.blobs.remove([...upload.parts.values()].map((part) => part.blob));
    });
  }
}

async function expireOld(store: Store, bucket: Bucket, sweep: Sweep): Promise<void> {
  const { prefix } = sweep.rule;
  const from = bucket.keys.positionOf(prefix);
  const keys: string[] = [];
  for (let at = from; at < bucket.keys.positionAfterPrefix(prefix, from); at += 1)
    keys.push(bucket.keys.keyAt(at) ?? "");
  for (const key of keys) {
    const place = { store, bucket, key };
    await changeRecord(place, async (record) => {
      const kept = expire(record, sweep, bucket.config.versioning && newVersionId(place));
      return kept.versions === record.versions ? { result: undefined } : { record: kept, result: undefined };
    });
  }
}

/** What a rule leaves of a record; the same array of versions when it is all of it. */
export function expire(record: KeyRecord, { rule, now }: Sweep, markerId: string | undefined): KeyRecord {
  const [latest] = record.versions;
  let versions = record.versions.filter((_, at) => at === 0 || !isOldVersion(record.versions, at, { rule, now }));
  const isExpired =
    latest && !latest.isMarker && rule.expireDays !== undefined && isDue(latest.lastModified, rule.expireDays, now);
  if (isExpired && markerId === undefined) versions = [];
  if (isExpired && markerId !== undefined)
    versions = [makeMarker(markerId, now), ...versions.filter((each) => each.versionId !== markerId)];
  if (rule.dropsLoneMarkers && versions.length === 1 && versions[0]?.isMarker) versions = [];
  const isSame =
    versions.length === record.versions.length && versions.every((each, at) => each === record.versions[at]);
  return isSame ? record : { ...record, versions };
}

function isOldVersion(versions: Version[], at: number, { rule, now }: Sweep): boolean {
  const successor = versions[at - 1];
  if (rule.noncurrentDays === undefined || !successor) return false;
  return at > (rule.newerVersions ?? 0) && isDue(successor.lastModified, rule.noncurrentDays, now);
}
