import "server-only";
import { numberedName } from "@/lib/entries/names";
import * as repo from "@/lib/entries/repo";

const AT_ONCE = 20;

/** The name itself if it is free in the folder, else with the lowest ` (n)` that is. Whether it stays so, the write decides. */
export async function freeName(parentId: string, name: string): Promise<string> {
  let candidates = [name, ...numbered(name, 1)];
  for (let from = 1; ; from += AT_ONCE) {
    const taken = await repo.takenNames(parentId, candidates);
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free !== undefined) return free;
    candidates = numbered(name, from + AT_ONCE);
  }
}

const numbered = (name: string, from: number): string[] =>
  Array.from({ length: AT_ONCE }, (_, index) => numberedName(name, from + index));
