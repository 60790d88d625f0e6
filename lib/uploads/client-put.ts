import type { SignedPart } from "@/lib/uploads/schema";

type Options = { onProgress: (bytes: number) => void; signal: AbortSignal };

// A network that swallows everything never says so.
const STALLED_MS = 60_000;

/**
 * PUTs bytes straight to the object store. Answers the HTTP status; 0 when the network failed or nothing moved for a minute.
 * Throws the signal's reason when that aborts. XHR, since fetch tells no progress.
 */
export function putPart({ url, headers }: SignedPart, body: Blob, { onProgress, signal }: Options): Promise<number> {
  const ended = new AbortController();
  return new Promise<number>((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    let stalled = setTimeout(() => request.abort(), STALLED_MS);
    ended.signal.addEventListener("abort", () => clearTimeout(stalled));
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      clearTimeout(stalled);
      stalled = setTimeout(() => request.abort(), STALLED_MS);
      onProgress(event.loaded);
    };
    request.onload = () => resolve(request.status);
    request.onerror = () => resolve(0);
    request.onabort = () => (signal.aborted ? reject(signal.reason) : resolve(0));
    signal.addEventListener("abort", () => request.abort(), { signal: ended.signal });
    request.send(body);
  }).finally(() => ended.abort());
}
