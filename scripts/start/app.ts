import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The app's process. It prepares itself at once and listens when told to; it ends when this process does. */
export type App = {
  prepared: Promise<void>;
  listen: () => Promise<void>;
  stop: () => Promise<void>;
  ended: Promise<number | null>;
};

// What the app's process gives its requests and its last traces, and a little more.
const STOP_PATIENCE_MS = 24_000;

/** How long, in milliseconds, a copy with these variables may take to end once it is asked to. */
export const stopPatienceMs = (env: NodeJS.ProcessEnv): number =>
  STOP_PATIENCE_MS + Number(env.DRAIN_DELAY_SECONDS ?? 0) * 1000;

/** Starts the app's process with the given variables. */
export function startApp(env: NodeJS.ProcessEnv): App {
  const child = fork(fileURLToPath(new URL("../serve.ts", import.meta.url)), {
    execArgv: ["--import", import.meta.resolve("tsx")],
    // A group of its own: Ctrl-C reaches the launcher alone, which stops things in their order.
    detached: true,
    env,
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const prepared = hears(child, "prepared");
  return {
    prepared,
    listen: async () => {
      const listening = hears(child, "listening");
      child.send("listen");
      await listening;
    },
    stop: () => stop(child, ended, stopPatienceMs(env)),
    ended,
  };
}

async function hears(child: ChildProcess, word: string): Promise<void> {
  for (;;) {
    const [message] = await once(child, "message");
    if (message === word) return;
  }
}

async function stop(child: ChildProcess, ended: Promise<unknown>, patienceMs: number): Promise<void> {
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  await ended;
  clearTimeout(late);
}
