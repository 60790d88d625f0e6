const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Waits before something is tried again, longer with each failure and with jitter (SECURITY 31). Without a network it waits
 * for one, and when it comes back it waits no longer. Throws the signal's reason when that aborts.
 */
export function waitToRetry(failures: number, signal: AbortSignal): Promise<void> {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures) * (0.5 + Math.random() / 2);
  const ended = new AbortController();
  return new Promise<void>((resolve, reject) => {
    const go = () => resolve();
    if (navigator.onLine) {
      const timer = setTimeout(go, pause);
      ended.signal.addEventListener("abort", () => clearTimeout(timer));
    }
    window.addEventListener("online", go, { signal: ended.signal });
    signal.addEventListener("abort", () => reject(signal.reason), { signal: ended.signal });
    if (signal.aborted) reject(signal.reason);
  }).finally(() => ended.abort());
}
