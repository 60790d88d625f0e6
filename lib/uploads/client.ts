import type { Entry } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import { waitToRetry } from "@/lib/http/client-wait";
import { type FileHasher, openHasher } from "@/lib/uploads/client-hash";
import { sendParts } from "@/lib/uploads/client-parts";
import type { Plan } from "@/lib/uploads/client-plans";
import { type FileFault, insist, type Outcome, type Transfer } from "@/lib/uploads/client-transfer";
import { planUpload } from "@/lib/uploads/plan";
import type { Upload } from "@/lib/uploads/schema";
import { isNotStarted } from "@/lib/worker-calls";

const COMPLETE_TRIES = 3;
const WORKER_TRIES = 6;

/**
 * Uploads one file through the protocol, or goes on where it was left: start, the parts that the store hasn't got straight to
 * it, complete. Without a network it waits for one. Throws the signal's reason when that aborts; the upload then stays open.
 */
export async function transfer(job: Transfer): Promise<Outcome> {
  const { file, plan, signal } = job;
  if (file.size !== plan.size || file.lastModified !== plan.lastModified) return fault("otherFile");
  for (let failures = 0; ; failures++) {
    try {
      return await tryOnce(job);
    } catch (error) {
      signal.throwIfAborted();
      if (!isNotStarted(error)) {
        // Nothing else throws: the worker could not read the file, or not go on with the sums that were kept.
        await job.save({ hashed: undefined });
        return fault("unreadable");
      }
      // With a network, the script may be gone for good: another release has taken its place.
      if (navigator.onLine && failures >= WORKER_TRIES)
        return { ok: false, failure: { code: "internal", message: "" } };
      job.onWait(true);
      await waitToRetry(failures, signal);
      job.onWait(false);
    }
  }
}

// What was begun already is begun under the same key: it is the same upload.
async function tryOnce(job: Transfer): Promise<Outcome> {
  const { file, plan } = job;
  if (plan.firstMd5 && (await firstMd5Of(file, plan)) !== plan.firstMd5) return fault("otherFile");
  const open = plan.uploadId ? await resume(job, plan.uploadId) : null;
  return open ? await finish(job, open, openHasher(plan.hashed)) : await begin(job);
}

/** Gives an upload up on the server: its parts and its reservation go. */
export const abortOnServer = (uploadId: string): Promise<unknown> =>
  callApi(`/api/upload/${uploadId}`, { method: "DELETE" });

async function begin(job: Transfer): Promise<Outcome> {
  const { file, plan } = job;
  const { name, parentId, size, type, onConflict } = plan;
  const isSingle = planUpload(size).method === "single";
  // What goes in one piece is hashed first, so that one call announces and signs it.
  const digests = isSingle ? await digestsOf(file) : null;
  const body = { parentId, name, size, type: type || undefined, onConflict, ...digests };
  const headers = { "idempotency-key": plan.startKey };
  const started = await insist<Upload>(job, "/api/upload", { method: "POST", body, headers });
  if (!started.ok) return { ok: false, failure: started.error };
  await job.save({ uploadId: started.value.id, hashed: undefined, firstMd5: undefined });
  job.signal.throwIfAborted();
  return finish(job, started.value, digests ? hashed(digests) : openHasher());
}

type Digests = { md5: string; sha256: string; crc32: string };

async function digestsOf(file: File): Promise<Digests> {
  const hasher = openHasher();
  const { md5 } = await hasher.part(file, 1);
  return { md5, ...(await hasher.end()) };
}

const hashed = ({ md5, ...sums }: Digests): FileHasher => ({
  part: async () => ({ md5, hashed: null }),
  end: async () => sums,
});

// Null when it is not there any more: then it begins anew.
async function resume(job: Transfer, uploadId: string): Promise<Upload | null> {
  const found = await insist<Upload>(job, `/api/upload/${uploadId}`, {});
  return found.ok ? found.value : null;
}

async function finish(job: Transfer, open: Upload, hasher: FileHasher): Promise<Outcome> {
  let upload = open;
  for (let attempt = 1; ; attempt++) {
    const failure = await sendParts({ ...job, upload, hasher });
    if (failure) return { ok: false, failure };
    const body = await hasher.end();
    const completed = await insist<Entry>(job, `/api/upload/${upload.id}/complete`, { method: "POST", body });
    if (completed.ok) return { ok: true, entry: completed.value };
    const { code } = completed.error;
    if (code === "checksum_mismatch") return fault("changed");
    const received = code === "incomplete_upload" && attempt < COMPLETE_TRIES ? await resume(job, upload.id) : null;
    if (!received) return { ok: false, failure: completed.error };
    upload = received;
  }
}

/** The MD5 of the first part, by which another file is told from the one an upload began with. */
async function firstMd5Of(file: File, { size }: Plan): Promise<string> {
  const hasher = openHasher();
  const { md5 } = await hasher.part(file.slice(0, planUpload(size).partSize), 0);
  void hasher.end();
  return md5;
}

const fault = (failure: FileFault): Outcome => ({ ok: false, failure });
