import { setTimeout as delay } from "node:timers/promises";
import { type Answer, exchange } from "@/e2e/support/http-client";

/** An attempt that had to be made again: when it ended and how, and what was asked. */
export type Retry = { at: number; what: string; why: string };

export type Asked = { method: string; path: string; body?: unknown; headers?: Record<string, string> };

const GIVE_UP_MS = 120_000;
const PASSING = new Set([502, 503, 504]);

/** A client as programs are: what got no answer it sends again, under the same idempotency key, until it has one. */
export class Insisting {
  /** What had to be sent again so far. */
  readonly retries: Retry[] = [];

  constructor(private readonly base: string) {}

  /** Answers with the last answer, and how many times it was asked. @throws Error when there is none for two minutes. */
  async ask({ method, path, body, headers = {} }: Asked): Promise<Answer & { tries: number }> {
    const end = Date.now() + GIVE_UP_MS;
    for (let tries = 1; ; tries++) {
      const answer = await this.once(method, path, body, headers);
      if (typeof answer !== "string" && isWhole(answer) && !mustWait(answer)) return { ...answer, tries };
      const why = typeof answer === "string" ? answer : `${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`;
      this.retries.push({ at: Date.now(), what: `${method} ${path}`, why });
      if (Date.now() > end) throw new Error(`${method} ${path} got no answer: ${why}`);
      await delay(200);
    }
  }

  private async once(method: string, path: string, body: unknown, headers: Record<string, string>) {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
    try {
      return await exchange(this.base + path, { method, ...sent, headers: { ...type, ...headers } });
    } catch (error) {
      return String(error instanceof Error ? (error.cause ?? error) : error);
    }
  }
}

// Debian's Caddy (2.6) ends an answer whose copy died in the middle as if that were all of it.
function isWhole({ status, headers, body }: Answer): boolean {
  const type = headers.get("content-type") ?? "";
  if (status !== 200 && status !== 201) return true;
  return type.includes("html") ? String(body).includes("</html>") : !type.includes("json") || body !== "";
}

// A key whose first holder died is free again after a minute; until then its retry is told to wait.
const mustWait = ({ status, headers }: Answer): boolean =>
  PASSING.has(status) || (status === 409 && headers.has("retry-after"));
