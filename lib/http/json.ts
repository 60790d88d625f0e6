import { visit } from "jsonc-parser";
import { AppError } from "@/lib/errors";

const MAX_BODY_BYTES = 1_000_000;
const MAX_DEPTH = 20;
const BODY_DEADLINE_MS = 30_000;

/**
 * The JSON body of a request, or `undefined` when there is none. It is refused while it is read, not after: over 1 MB, deeper
 * than 20, with a key said twice, or slower than 30 s (SECURITY 17).
 * @throws AppError `unsupported_media_type`, `too_large` or `validation_failed`.
 */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBounded(request);
  if (bytes.length === 0) return undefined;
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new AppError("unsupported_media_type", { detail: "Send the body as application/json." });
  }
  return parseJson(decode(bytes));
}

async function readBounded(request: Request): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array();
  const tooLarge = new AppError("too_large", { detail: "A JSON body holds at most 1 MB." });
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) throw tooLarge;
  const reader = request.body.getReader();
  const timer = setTimeout(() => void reader.cancel("too slow").catch(() => undefined), BODY_DEADLINE_MS);
  const deadline = Date.now() + BODY_DEADLINE_MS;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > MAX_BODY_BYTES) throw tooLarge;
      chunks.push(next.value);
    }
  } finally {
    clearTimeout(timer);
  }
  if (Date.now() >= deadline) throw badJson("The body took too long to arrive. Send it again.");
  return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badJson("The body is not UTF-8. Encode it as UTF-8.");
  }
}

/** Parses strict JSON within the bounds above. */
export function parseJson(text: string): unknown {
  refuseDeepOrDoubled(text);
  try {
    return JSON.parse(text);
  } catch {
    throw badJson("The body is not JSON. Check its quotes, commas and brackets.");
  }
}

function refuseDeepOrDoubled(text: string): void {
  const seen: Set<string>[] = [];
  let depth = 0;
  const deeper = () => {
    depth++;
    if (depth > MAX_DEPTH) throw badJson(`The body is nested more than ${MAX_DEPTH} deep. Flatten it.`);
  };
  const shallower = () => {
    depth--;
  };
  visit(text, {
    onObjectBegin: () => {
      deeper();
      seen.push(new Set());
    },
    onObjectEnd: () => {
      shallower();
      seen.pop();
    },
    onArrayBegin: deeper,
    onArrayEnd: shallower,
    onObjectProperty: (property) => {
      const keysHere = seen.at(-1);
      if (keysHere?.has(property)) throw badJson(`The body says "${property.slice(0, 40)}" twice. Say it once.`);
      keysHere?.add(property);
    },
  });
}

const badJson = (detail: string) => new AppError("validation_failed", { detail });
