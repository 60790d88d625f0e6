import { createHash } from "node:crypto";
import { claimIdempotency, type Held, keepAnswer, releaseClaim } from "@/lib/aws/idempotency";
import { asDeed } from "@/lib/deed";
import { AppError, invalid } from "@/lib/errors";

const KEPT_HEADERS = ["content-type", "etag", "location"];

/** What makes two requests the same one. */
export type Deed = { key: string | null; scope: string; path: string; body: unknown };

/**
 * Does a deed once per `Idempotency-Key`: asked again with the same body, the first answer is given again for 24 hours.
 * A refusal is not kept, since it changed nothing.
 * @throws AppError `idempotency_conflict` for another body under the same key, `conflict` while the first is still running.
 */
export async function once(deed: Deed, perform: () => Promise<Response>): Promise<Response> {
  if (deed.key === null) return perform();
  if (!/^[\x21-\x7e]{8,128}$/.test(deed.key))
    throw invalid("Idempotency-Key", "Give 8 to 128 visible ASCII characters.");
  const fingerprint = sha256(`${deed.path}\n${JSON.stringify(deed.body)}`);
  const claim = await claimIdempotency(deed.scope, sha256(deed.key), fingerprint);
  if (claim.kind === "other") throw new AppError("idempotency_conflict");
  if (claim.kind === "done") return new Response(claim.answer.body, claim.answer);
  if (claim.kind === "running") {
    throw new AppError("conflict", {
      detail: "The first request with this key is still running. Ask again.",
      retryAfter: 1,
    });
  }
  const { key, claimId } = claim;
  return performAndKeep({ key, claimId, fingerprint }, () => asDeed(claimId, perform));
}

async function performAndKeep(held: Held, perform: () => Promise<Response>): Promise<Response> {
  try {
    const response = await perform();
    const headers = Object.fromEntries([...response.headers].filter(([name]) => KEPT_HEADERS.includes(name)));
    await keepAnswer(held, { status: response.status, body: await response.clone().text(), headers });
    return response;
  } catch (error) {
    if (error instanceof AppError && error.code !== "internal" && error.code !== "unavailable")
      await releaseClaim(held.key);
    throw error;
  }
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
