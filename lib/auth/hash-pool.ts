import "server-only";
import { Worker } from "node:worker_threads";
import { AppError } from "@/lib/errors";
import { metrics } from "@/lib/metrics";
import { inSpan } from "@/lib/trace";

const WORKERS = 2;
const MAX_WAITING = 50;

type Task = { kind: "hash"; text: string; cost: number } | { kind: "compare"; text: string; hash: string };
type Waiting = { task: Task; resolve: (value: string | boolean) => void; reject: (error: unknown) => void };

// bcryptjs is plain JavaScript: half a second at cost 12, which would stall every page on the main thread (SECURITY 3). The
// worker is source text, so that no bundler has to know of a second entry.
const SOURCE = `
const { parentPort } = require("node:worker_threads");
const { createRequire } = require("node:module");
const bcrypt = createRequire(process.cwd() + "/package.json")("bcryptjs");
parentPort.on("message", async (task) => {
  const value = task.kind === "hash" ? await bcrypt.hash(task.text, task.cost) : await bcrypt.compare(task.text, task.hash);
  parentPort.postMessage(value);
});
`;

const idle: Worker[] = [];
const queue: Waiting[] = [];
let started = 0;

/** Runs one hash in at most two workers. @throws AppError `unavailable` when fifty wait already. */
export function runHash(task: Task): Promise<string | boolean> {
  if (queue.length >= MAX_WAITING) return Promise.reject(new AppError("unavailable", { retryAfter: 5 }));
  const turn = () =>
    new Promise<string | boolean>((resolve, reject) => {
      queue.push({ task, resolve, reject });
      next();
    });
  return inSpan({ name: `password.${task.kind}` }, turn);
}

function next(): void {
  const worker = idle.pop() ?? startWorker();
  const waiting = worker && queue.shift();
  metrics().hashQueue.set(queue.length);
  if (!worker) return;
  if (!waiting) {
    idle.push(worker);
    return;
  }
  worker.removeAllListeners();
  worker.once("message", (value) => {
    idle.push(worker);
    waiting.resolve(value);
    next();
  });
  worker.once("error", (error) => {
    started--;
    waiting.reject(error);
    next();
  });
  worker.postMessage(waiting.task);
}

function startWorker(): Worker | undefined {
  if (started >= WORKERS) return undefined;
  started++;
  const worker = new Worker(SOURCE, { eval: true });
  worker.unref();
  return worker;
}
