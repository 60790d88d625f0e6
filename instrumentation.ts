/** Next calls this once when a copy of the app starts: from then on it takes its turns at the work that outlives a request. */
export async function register(): Promise<void> {
  // Next compiles this file for the edge as well, where neither the SDK nor a timer that lives on exists.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startWorker } = await import("@/lib/service/worker");
  startWorker();
}
