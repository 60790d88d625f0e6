import { fileTypeFromBuffer } from "file-type";
import mime from "mime";

/** What a type is when nobody knows better. */
export const UNKNOWN_TYPE = "application/octet-stream";

/** How many bytes of a file's beginning tell its type (SECURITY 20). */
export const SNIFFED_BYTES = 4100;

// Their files begin with a signature: a name alone does not make one.
const SIGNED = /^(image\/(?!svg)|audio\/|video\/|font\/)|pdf|zip|compressed|rar$|officedocument|opendocument/;

/**
 * The type of a file. What the first bytes say wins over what was announced; text has no signature, so there the announcement
 * stands, and where nothing was announced the name is asked.
 */
export async function typeOf(start: Uint8Array, { type, name }: { type: string; name: string }): Promise<string> {
  const sniffed = start.length > 0 ? await fileTypeFromBuffer(start) : undefined;
  if (sniffed) return sniffed.mime;
  if (type !== UNKNOWN_TYPE) return type;
  const named = mime.getType(name) ?? UNKNOWN_TYPE;
  if (!SIGNED.test(named)) return named;
  return start.length > 0 && isText(start) ? "text/plain" : UNKNOWN_TYPE;
}

function isText(start: Uint8Array): boolean {
  if (start.includes(0)) return false;
  try {
    // The last character may have been cut in two.
    new TextDecoder("utf-8", { fatal: true }).decode(start, { stream: true });
    return true;
  } catch {
    return false;
  }
}
