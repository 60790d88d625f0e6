import { callApi } from "@/lib/http/client";
import type { ActionError, Result } from "@/lib/http/result";
import { hashPart } from "@/lib/uploads/client-hash";
import { putPart } from "@/lib/uploads/client-put";
import type { SignedPart, Upload } from "@/lib/uploads/schema";

const PARTS_AT_ONCE = 4;
const TRIES = 6;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;

export type FileUpload = { file: File; parentId: string; onProgress: (bytes: number) => void; signal: AbortSignal };

/** A refusal on the way, as the contract words it. */
type Refused = { ok: false; error: ActionError };

const broken: Refused = { ok: false, error: { code: "unavailable", message: "The connection broke. Try again." } };

/**
 * Uploads one file through the protocol: start, parts straight to the store a few at a time, complete. A name that is taken
 * gets a number. Throws only when aborted, after the upload was given up on the server too.
 */
export async function uploadFile(job: FileUpload): Promise<Result<unknown>> {
  const { file, parentId, signal } = job;
  const body = { parentId, name: file.name, size: file.size, type: file.type || undefined, onConflict: "rename" };
  const started = await callApi<Upload>("/api/upload", { method: "POST", body, signal });
  if (!started.ok) return started;
  const upload = started.value;
  const path = `/api/upload/${upload.id}`;
  try {
    const refused = await sendParts(upload, job);
    if (refused) {
      await callApi(path, { method: "DELETE" });
      return refused;
    }
    return await retrying(() => callApi(`${path}/complete`, { method: "POST", body: {}, signal }), signal);
  } catch (error) {
    await callApi(path, { method: "DELETE" });
    throw error;
  }
}

async function sendParts(upload: Upload, { file, onProgress, signal }: FileUpload): Promise<Refused | null> {
  const sent = new Map<number, number>();
  const report = (partNumber: number) => (bytes: number) => {
    sent.set(partNumber, bytes);
    onProgress([...sent.values()].reduce((sum, part) => sum + part, 0));
  };
  let next = 1;
  let isRefused = false;
  const lane = async (): Promise<Refused | null> => {
    while (next <= upload.partCount && !isRefused) {
      const partNumber = next++;
      const from = (partNumber - 1) * upload.partSize;
      const refused = await sendPart(upload, file.slice(from, from + upload.partSize), {
        partNumber,
        signal,
        onProgress: report(partNumber),
      });
      if (!refused) continue;
      isRefused = true;
      return refused;
    }
    return null;
  };
  const lanes = await Promise.all(Array.from({ length: PARTS_AT_ONCE }, lane));
  return lanes.find((refused) => refused !== null) ?? null;
}

type PartJob = { partNumber: number; signal: AbortSignal; onProgress: (bytes: number) => void };

// The address is signed late and again with each try: one that expired looks like a network error to a browser (STACK, Falls).
async function sendPart(
  upload: Upload,
  part: Blob,
  { partNumber, signal, onProgress }: PartJob,
): Promise<Refused | null> {
  const md5 = await hashPart(part);
  const body = { parts: [{ partNumber, md5 }] };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const signed = await callApi<{ parts: SignedPart[] }>(`/api/upload/${upload.id}/parts`, {
      method: "POST",
      body,
      signal,
    });
    const target = signed.ok ? signed.value.parts[0] : undefined;
    if (!signed.ok && signed.error.code !== "unavailable") return signed;
    const status = target ? await putPart(target, part, { onProgress, signal }) : 0;
    // 412: it is there already, from a try whose answer was lost.
    if (status === 200 || status === 412) return null;
    onProgress(0);
    await pause(attempt, signal);
  }
  return broken;
}

async function retrying<T>(work: () => Promise<Result<T>>, signal: AbortSignal): Promise<Result<T>> {
  for (let attempt = 0; ; attempt++) {
    const result = await work();
    const isOver = result.ok || result.error.code !== "unavailable" || attempt >= TRIES;
    if (isOver) return result;
    await pause(attempt, signal);
  }
}

const pause = (attempt: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(
      resolve,
      Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt) * (0.5 + Math.random() / 2),
    );
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
