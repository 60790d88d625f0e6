type Options = { signal: AbortSignal; onBusy: () => void };

/**
 * Does the work while nobody else of this browser holds the lock of that name; `onBusy` tells that it has to wait. Throws the
 * signal's reason when that aborts the waiting. Without HTTPS a browser has no locks: then each tab is on its own.
 */
export async function alone<T>(name: string, { signal, onBusy }: Options, work: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return work();
  const tried = await navigator.locks.request(name, { ifAvailable: true }, async (lock) =>
    lock ? { value: await work() } : null,
  );
  if (tried) return tried.value;
  onBusy();
  return navigator.locks.request(name, { signal }, work);
}

/** The names that are held by now, in any tab. */
export async function heldLocks(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.flatMap(({ name }) => name ?? []));
}
