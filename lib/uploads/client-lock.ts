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

const tabLock = (tabId: string): string => `uploads of tab ${tabId}`;

/** From now on other tabs know that this one lives; the browser lets go of it when the tab ends, however it ends. */
export function holdTab(tabId: string): void {
  void navigator.locks?.request(tabLock(tabId), () => new Promise(() => undefined));
}

/** Tells which of the tabs live. Without HTTPS nobody can tell: then none does. */
export async function livingTabs(): Promise<(tabId: string) => boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const names = new Set(held.map(({ name }) => name));
  return (tabId) => names.has(tabLock(tabId));
}
