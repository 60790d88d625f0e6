import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: (options: { type: "minor" }) => void = runInNewContext("gc");

const NUDGE_BYTES = 4 * 1024 * 1024;
let passed = 0;

/**
 * Counts bytes on their way through. Their buffers are a few words each to V8, which therefore lets 100 MB of dead ones
 * pile up before it looks: a look at the young ones every 4 MiB costs next to nothing and keeps memory flat.
 */
export function countPassed(bytes: number): void {
  passed += bytes;
  if (passed < NUDGE_BYTES) return;
  passed = 0;
  collect({ type: "minor" });
}
