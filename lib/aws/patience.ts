/** How long and how often an engine is asked (SECURITY 35). */
export const patience = { connectMs: 2000, tryMs: 10_000, tries: 3, totalMs: 25_000 };

type Patience = typeof patience;

/** The SDK's half of it: each try, and how many. Left to itself it would only warn of a try that takes too long. */
export const patientSettings = ({ connectMs, tryMs, tries }: Patience = patience) => ({
  maxAttempts: tries,
  requestHandler: {
    connectionTimeout: connectMs,
    requestTimeout: tryMs,
    throwOnRequestTimeout: true,
    // A body that stops coming is given up like an answer that never does.
    socketTimeout: tryMs,
  },
});

/** Our half, a middleware of the client: all tries together. */
export const withinTotal =
  ({ totalMs }: Patience = patience) =>
  <A, R>(next: (args: A) => Promise<R>) =>
  (args: A): Promise<R> =>
    within(totalMs, next(args));

/** Where that middleware stands: around everything else, tries included. */
export const outermost = { step: "initialize", name: "withinTotal", priority: "high" } as const;

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error(`The engine gave no answer within ${ms} ms`), { name: "TimeoutError" });
    timer = setTimeout(() => reject(error), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
