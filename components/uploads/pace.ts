/** How many bytes had been sent at a moment, in milliseconds of any clock. */
export type Sample = { at: number; bytes: number };

const WINDOW_MS = 8000;
const APART_MS = 250;
const LEAST_MS = 1000;

/** Adds what was seen now; only the last seconds count, and what comes too close together counts once. */
export function addSample(samples: Sample[], now: Sample): Sample[] {
  const last = samples.at(-1);
  if (last && now.at - last.at < APART_MS) return samples;
  // Fewer than before: a try that failed began again, and what was measured says nothing any more.
  if (last && now.bytes < last.bytes) return [now];
  return [...samples.filter(({ at }) => now.at - at <= WINDOW_MS), now];
}

/** Bytes a second over the last seconds; null while that would be a guess. */
export function paceOf(samples: Sample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at - first.at < LEAST_MS) return null;
  return ((last.bytes - first.bytes) / (last.at - first.at)) * 1000;
}
