import { createHash, randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
import type { Page } from "@playwright/test";

const BLOCK = 4_000_000;

/** Writes a file of random bytes and answers its SHA-256 in hex. */
export async function writeBigFile(path: string, bytes: number): Promise<string> {
  const hash = createHash("sha256");
  const file = await open(path, "w");
  for (let written = 0; written < bytes; written += BLOCK) {
    const block = randomBytes(Math.min(BLOCK, bytes - written));
    hash.update(block);
    await file.write(block);
  }
  await file.close();
  return hash.digest("hex");
}

/** What a page sends to the store: the parts that were answered with 200, and those begun again after that. */
export type SentParts = { stored: Set<string>; again: string[] };

/** Watches the parts that a page sends; hand on the record of an earlier page of the same upload. */
export function watchParts(page: Page, sent: SentParts = { stored: new Set(), again: [] }): SentParts {
  const partOf = (url: string) => new URL(url).searchParams.get("partNumber");
  page.on("request", (request) => {
    const part = request.method() === "PUT" ? partOf(request.url()) : null;
    if (part && sent.stored.has(part)) sent.again.push(part);
  });
  page.on("response", (response) => {
    const part = response.request().method() === "PUT" ? partOf(response.url()) : null;
    if (part && response.status() === 200) sent.stored.add(part);
  });
  return sent;
}
