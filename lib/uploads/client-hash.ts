import type { Hashed } from "@/lib/uploads/client-plans";
import type { Answer, Ask } from "@/lib/uploads/hash-worker";

type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void };
type AskOf<T> = T extends Ask ? Omit<T, "id"> : never;

/** Hashes one file in a worker, part by part. */
export type FileHasher = {
  /** The MD5 of a part in base64, and the sums up to it, if all parts before it were hashed. Part 0 counts for no sum. */
  part: (part: Blob, partNumber: number) => Promise<{ md5: string; hashed: Hashed | null }>;
  /** The sums of the whole, in hex; every part must have been hashed. */
  end: () => Promise<{ sha256: string; crc32: string }>;
};

let worker: Worker | undefined;
let asked = 0;
let opened = 0;
const waiting = new Map<number, Waiting>();

/** Begins a file, or goes on after the parts that `saved` knows. Its methods reject when the file can't be read. */
export function openHasher(saved?: Hashed): FileHasher {
  const file = ++opened;
  return {
    part: async (part, partNumber) => {
      const answer = await ask({ file, part, partNumber, saved });
      if (!("md5" in answer)) throw new Error("The worker answered something else");
      return answer;
    },
    end: async () => {
      const answer = await ask({ file, end: true });
      if (!("sha256" in answer)) throw new Error("The worker answered something else");
      return { sha256: answer.sha256, crc32: answer.crc32 };
    },
  };
}

function ask(question: AskOf<Ask>): Promise<Answer> {
  worker ??= startWorker();
  const id = ++asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker?.postMessage({ ...question, id });
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL("./hash-worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const asker = waiting.get(data.id);
    if ("error" in data) asker?.reject(new Error(data.error));
    else asker?.resolve(data);
    waiting.delete(data.id);
  });
  started.addEventListener("error", (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
    worker = undefined;
  });
  return started;
}
