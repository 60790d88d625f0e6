export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** One at a time for each name, in the order of asking. */
export function createLock(): Lock {
  const tails = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = tails.get(name);
    const run = before ? before.then(work, work) : work();
    const tail = run.catch(() => undefined);
    tails.set(name, tail);
    try {
      return await run;
    } finally {
      if (tails.get(name) === tail) tails.delete(name);
    }
  };
}
