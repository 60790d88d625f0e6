type Answer = { id: number; md5?: string; error?: string };

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, { resolve: (md5: string) => void; reject: (error: Error) => void }>();

/** The MD5 of a part in base64, computed in a worker. */
export function hashPart(blob: Blob): Promise<string> {
  worker ??= startWorker();
  const id = ++asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker?.postMessage({ id, blob });
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL("./hash-worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const asker = waiting.get(data.id);
    if (data.md5) asker?.resolve(data.md5);
    else asker?.reject(new Error(data.error ?? "The file could not be read"));
    waiting.delete(data.id);
  });
  started.addEventListener("error", (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
    worker = undefined;
  });
  return started;
}
