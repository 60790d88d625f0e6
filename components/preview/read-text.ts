/** How much of a text is shown: more than anybody reads, less than what makes a page slow. */
export const SHOWN_BYTES = 1_000_000;

export type ReadText = { text: string; isCut: boolean };

/** The beginning of a text from the store. @throws Error when it can't be had. */
export async function readText(url: string, signal: AbortSignal): Promise<ReadText> {
  const response = await fetch(url, { signal });
  if (!response.ok || !response.body) throw new Error(`The store answered ${response.status}`);
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < SHOWN_BYTES) {
    const { done, value } = await reader.read();
    if (done) return { text: decode(chunks), isCut: false };
    chunks.push(value);
    size += value.length;
  }
  await reader.cancel();
  return { text: decode(chunks).slice(0, SHOWN_BYTES), isCut: true };
}

// A byte order mark says which Unicode it is; what is no UTF-8 is taken for the Latin that Windows writes.
function decode(chunks: Uint8Array[]): string {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    // The last letter may be cut in its middle, which is no fault of the text.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
