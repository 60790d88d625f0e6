import type { Small } from "@/lib/entries/thumbnail-worker";
import { callApi } from "@/lib/http/client";
import { workerCalls } from "@/lib/worker-calls";

// A larger one would take long to fetch on first view, and its decoding much memory.
const MOST_BYTES = 50_000_000;

const draw = workerCalls<{ picture: Blob }, { small: Small }>(
  () => new Worker(new URL("./thumbnail-worker.ts", import.meta.url), { type: "module" }),
);

/** Draws a picture small in a worker; null when it can't be read as one. */
export async function drawThumbnail(picture: Blob): Promise<Small> {
  if (picture.size > MOST_BYTES) return null;
  const answer = await draw({ picture }).catch(() => null);
  return answer?.small ?? null;
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
