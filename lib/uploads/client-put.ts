import type { SignedPart } from "@/lib/uploads/schema";

type Options = { onProgress: (bytes: number) => void; signal: AbortSignal };

/** PUTs bytes straight to the object store. Answers the HTTP status; 0 when the network failed. XHR, since fetch tells no progress. */
export function putPart({ url, headers }: SignedPart, body: Blob, { onProgress, signal }: Options): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => resolve(request.status);
    request.onerror = () => resolve(0);
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(body);
  });
}
