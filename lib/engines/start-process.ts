import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { watchOver } from "./start-watchdog";

/** How to run an engine, and how to see that it is able. */
export type Recipe = {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  cwd?: string;
  logFile: string;
  isReady: () => Promise<boolean>;
  readyWithinMs?: number;
  /** How long it may take to end when it is asked to. */
  endsWithinMs?: number;
};

/** A running engine. It comes back at the same address with the same data. */
export type Engine = {
  readonly endpoint: string;
  readonly pid: number;
  kill9: () => Promise<void>;
  restart: () => Promise<void>;
  stop: () => Promise<void>;
  /** From now on the engine is started again whenever it ends unasked. `onDeath` hears of it. */
  keepAlive: (onDeath: () => void) => void;
};

type Running = { child: ChildProcess; pid: number; exited: Promise<void>; unwatch: () => void };

const STOP_PATIENCE_MS = 10_000;

/** @throws Error with the end of the engine's log when it does not come up. */
export async function startEngine(endpoint: string, recipe: Recipe): Promise<Engine> {
  let running = await run(recipe);
  let isWanted = true;
  let revival: Promise<void> = Promise.resolve();
  const end = async (signal: NodeJS.Signals) => {
    isWanted = false;
    // One that is just being started again would otherwise outlive whoever stops it.
    await revival;
    running.unwatch();
    running.child.kill(signal);
    const late = setTimeout(() => running.child.kill("SIGKILL"), recipe.endsWithinMs ?? STOP_PATIENCE_MS);
    await running.exited;
    clearTimeout(late);
  };
  const begin = async () => {
    running = await run(recipe);
    isWanted = true;
  };
  const keepAlive = (onDeath: () => void): void => {
    running.exited.then(() => {
      if (!isWanted) return;
      running.unwatch();
      onDeath();
      revival = run(recipe).then((again) => {
        running = again;
        if (isWanted) keepAlive(onDeath);
      }, onDeath);
    });
  };
  return {
    endpoint,
    get pid() {
      return running.pid;
    },
    kill9: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    restart: async () => {
      await end("SIGTERM");
      await begin();
    },
    keepAlive,
  };
}

async function run(recipe: Recipe): Promise<Running> {
  const running = launch(recipe);
  let isOver = false;
  running.exited.then(() => {
    isOver = true;
  });
  const deadline = Date.now() + (recipe.readyWithinMs ?? 30_000);
  while (!(await recipe.isReady())) {
    if (isOver || Date.now() > deadline) {
      running.unwatch();
      running.child.kill("SIGKILL");
      throw new Error(`${recipe.name} did not start. ${lastLines(recipe.logFile)}`);
    }
    await pause(15);
  }
  return running;
}

function launch({ name, command, args, env, cwd, logFile }: Recipe): Running {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, "a");
  // A group of its own: Ctrl-C reaches the launcher alone, which lets the app drain before its engines go.
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    cwd,
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  if (!child.pid) throw new Error(`${name} could not be run: ${command} is missing or may not be executed`);
  return { child, pid: child.pid, exited, unwatch: watchOver(child.pid) };
}

/** True when something answers HTTP there, whatever it says. */
export async function answersHttp(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await answer.body?.cancel();
    return true;
  } catch {
    return false;
  }
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, "utf8").trim().split("\n").slice(-5).join(" | ").slice(-1000);
  } catch {
    return "It left no log.";
  }
}
