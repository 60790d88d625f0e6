import type { Hashed } from "@/lib/uploads/client-plans";
import type { Answer, Question } from "@/lib/uploads/hash-worker";
import { workerCalls } from "@/lib/worker-calls";

/** Hashes one file in a worker, part by part. */
export type FileHasher = {
  /** The MD5 of a part in base64, and the sums up to it, if all parts before it were hashed. Part 0 counts for no sum. */
  part: (part: Blob, partNumber: number) => Promise<{ md5: string; hashed: Hashed | null }>;
  /** The sums of the whole, in hex; every part must have been hashed. */
  end: () => Promise<{ sha256: string; crc32: string }>;
};

const ask = workerCalls<Question, Answer>(
  () => new Worker(new URL("./hash-worker.ts", import.meta.url), { type: "module" }),
);

let opened = 0;

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
