import { setTimeout as delay } from "node:timers/promises";

export type Patience = { withinMs: number; everyMs: number };

const PATIENCE: Patience = { withinMs: 15 * 60_000, everyMs: 5000 };
const ANSWER_WITHIN_MS = 10_000;

/** What must stand in a page's headers, whoever asks. */
const OF_A_PAGE: [header: string, wanted: RegExp][] = [
  ["content-type", /^text\/html/],
  ["strict-transport-security", /max-age=\d{8}/],
  ["content-security-policy", /script-src/],
  ["x-content-type-options", /^nosniff$/],
  ["cache-control", /no-store/],
];

/**
 * Waits until a drive is ready, then looks at it as a browser would: the page to log in with its protecting headers, and a file
 * of the build, which is to be kept for ever. @throws Error with everything that is not as it should be.
 */
export async function smoke(address: string, patience = PATIENCE): Promise<void> {
  await waitUntilReady(address, patience);
  const page = await ask(`${address}/login`);
  const file = /\/_next\/static\/[\w./~-]+\.(?:js|css)/.exec(page.body)?.[0];
  const faults = [
    ...judge("/login", page, OF_A_PAGE),
    ...(file
      ? judge(file, await ask(address + file), [["cache-control", /max-age=31536000, immutable/]])
      : ["/login names no file of the build"]),
  ];
  if (faults.length > 0)
    throw new Error([`It stands at ${address}, and is not as it should be:`, ...faults].join("\n"));
}

async function waitUntilReady(address: string, { withinMs, everyMs }: Patience): Promise<void> {
  const end = Date.now() + withinMs;
  for (;;) {
    const { status } = await ask(`${address}/api/ready`);
    if (status === 200) return;
    if (Date.now() > end) throw new Error(whatToDo(address, Math.round(withinMs / 60_000), status));
    await delay(everyMs);
  }
}

const whatToDo = (address: string, minutes: number, status: number): string =>
  `${address} is not ready after ${minutes} minutes: ${status ? `it answers ${status}` : "nothing answers there"}. ` +
  "The stack stands, and costs; docs/runbook.md says where to look.";

type Answer = { status: number; headers: Headers; body: string };

function judge(path: string, { status, headers }: Answer, wanted: typeof OF_A_PAGE): string[] {
  if (status !== 200) return [`${path} answers ${status || "nothing"}`];
  return wanted
    .filter(([header, pattern]) => !pattern.test(headers.get(header) ?? ""))
    .map(([header]) => `${path} comes with ${header}: ${headers.get(header) ?? "(none)"}`);
}

/** Status 0 where nothing answers: no name yet, no connection, or a silence. */
async function ask(url: string): Promise<Answer> {
  try {
    const answer = await fetch(url, {
      headers: { accept: "text/html" },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  } catch {
    return { status: 0, headers: new Headers(), body: "" };
  }
}
