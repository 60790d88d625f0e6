import { storeError } from "./errors";

export interface Target {
  /** Decoded, otherwise as it came: it is part of what is signed. */
  path: string;
  bucket: string;
  key: string;
  query: ReadonlyMap<string, string>;
}

const MAX_KEY_BYTES = 1024;

/**
 * Reads bucket, key and query out of a request line. Nothing is normalised: to S3 `a/../b` is a name like any other.
 * @throws InvalidURI when an escape is not UTF-8.
 */
export function parseTarget(url: string): Target {
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  if (!path.startsWith("/")) throw storeError("InvalidURI");
  const [, bucket = "", slash = "", rest = ""] = /^\/([^/]*)(\/?)(.*)$/s.exec(path) ?? [];
  const key = decode(rest);
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw storeError("KeyTooLongError");
  const query = parseQuery(mark < 0 ? "" : url.slice(mark + 1));
  return { path: `/${decode(bucket)}${slash}${key}`, bucket: decode(bucket), key, query };
}

function parseQuery(text: string): Map<string, string> {
  const query = new Map<string, string>();
  for (const pair of text.split("&")) {
    if (!pair) continue;
    const equals = pair.indexOf("=");
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    if (query.has(name)) throw storeError("InvalidArgument", `The query parameter ${name} is given twice.`);
    query.set(name, equals < 0 ? "" : decode(pair.slice(equals + 1)));
  }
  return query;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw storeError("InvalidURI");
  }
}

const BUCKET_NAME = /^(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Also what makes a bucket's name safe as the name of a directory. */
export const isBucketName = (name: string): boolean => BUCKET_NAME.test(name);

/** The whole number in a query parameter, or the given one when it is absent. @throws InvalidArgument */
export function numberParameter(target: Target, name: string, range: { otherwise: number; max: number }): number {
  const text = target.query.get(name);
  if (text === undefined || text === "") return range.otherwise;
  if (!/^\d{1,10}$/.test(text) || Number(text) > 2147483647) {
    throw storeError("InvalidArgument", `Provided ${name} not an integer or within integer range`);
  }
  return Math.min(Number(text), range.max);
}
