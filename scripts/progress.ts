import { formatBytes, formatDuration } from "@/lib/format";

/** Something to be done: how many of it, and how many bytes. Where a total is not known it is left out. */
export type Amount = { count: number; bytes?: number };

export type Progress = { add: (done: Amount) => void; end: () => void };

const EVERY_MS = { terminal: 200, file: 10_000 };
const CLEAR_LINE = "\r\u001b[2K";

type Shown = { total?: Amount; out?: Pick<NodeJS.WriteStream, "write" | "isTTY">; now?: () => number };

/** Shows how far a long work is: one line that changes on a terminal, and else a new one every ten seconds. */
export function showProgress(what: string, { total, out = process.stderr, now = Date.now }: Shown = {}): Progress {
  const startedAt = now();
  const done = { count: 0, bytes: 0 };
  let shownAt = startedAt;
  const line = () => `${what}: ${inWords(done, total, now() - startedAt)}`;
  return {
    add: ({ count, bytes = 0 }) => {
      done.count += count;
      done.bytes += bytes;
      if (now() - shownAt < (out.isTTY ? EVERY_MS.terminal : EVERY_MS.file)) return;
      shownAt = now();
      out.write(out.isTTY ? `${CLEAR_LINE}${line()}` : `${line()}\n`);
    },
    end: () => void out.write(`${out.isTTY ? CLEAR_LINE : ""}${line()}\n`),
  };
}

/** The words of it: `120 of 340, 1.2 GB of 5 GB, 35 MB/s, about 2 min left`. */
export function inWords(done: Required<Amount>, total: Amount | undefined, tookMs: number): string {
  const counted = total ? `${done.count} of ${total.count}` : String(done.count);
  if (done.bytes === 0) return counted;
  const size = total?.bytes ? `${formatBytes(done.bytes)} of ${formatBytes(total.bytes)}` : formatBytes(done.bytes);
  const perSecond = tookMs > 0 ? (done.bytes / tookMs) * 1000 : 0;
  const left = total?.bytes && perSecond > 0 ? (total.bytes - done.bytes) / perSecond : 0;
  const rest = left > 0 ? [`about ${formatDuration(left)} left`] : [];
  return [counted, size, `${formatBytes(perSecond)}/s`, ...rest].join(", ");
}
