import type { Small } from "@/lib/entries/thumbnail-worker";
import { callApi } from "@/lib/http/client";

// A larger one would take long to fetch on first view, and its decoding much memory.
const MOST_BYTES = 50_000_000;

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, (small: Small) => void>();

/** Draws a picture small in a worker; null when it can't be read as one. */
export function drawThumbnail(picture: Blob): Promise<Small> {
  if (picture.size > MOST_BYTES) return Promise.resolve(null);
  worker ??= startWorker();
  const id = ++asked;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    worker?.postMessage({ id, picture });
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL("./thumbnail-worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<{ id: number; small: Small }>) => {
    waiting.get(data.id)?.(data.small);
    waiting.delete(data.id);
  });
  started.addEventListener("error", () => {
    for (const give of waiting.values()) give(null);
    waiting.clear();
    worker = undefined;
  });
  return started;
}

/** Stores the small picture of a file's content beside it, straight into the store; null notes that none can be made. */
export async function storeThumbnail(entryId: string, small: Small): Promise<void> {
  const path = `/api/files/${entryId}/thumbnail`;
  const type = small?.blob.type ?? null;
  if (small) {
    const body = { type, size: small.blob.size, md5: small.md5 };
    const signed = await callApi<{ url: string; headers: Record<string, string> }>(path, { method: "POST", body });
    if (!signed.ok) return;
    const put = await fetch(signed.value.url, { method: "PUT", headers: signed.value.headers, body: small.blob });
    // 412: somebody else's view stored one already.
    if (!put.ok && put.status !== 412) return;
  }
  await callApi(`${path}/kept`, { method: "POST", body: { type } });
}

/** The content of a file, for drawing it small; null when it can't be had. */
export async function fetchPicture(entryId: string): Promise<Blob | null> {
  const response = await fetch(`/api/files/${entryId}/content?disposition=inline`);
  return response.ok ? response.blob() : null;
}
