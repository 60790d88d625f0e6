import { storeError } from "./errors";

const MAX_LINE = 8192;

interface Decoder {
  state: "size" | "data" | "dataEnd" | "trailer" | "done";
  left: number;
  line: string;
  trailers: Map<string, string>;
}

/**
 * Takes the `aws-chunked` framing off a body: `<hex size>\r\n<bytes>\r\n … 0\r\n<trailers>\r\n`.
 * Bytes are passed on as they come; trailers are in the given map when the last is through.
 * @throws IncompleteBody when the framing is wrong or cut short.
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const decoder: Decoder = { state: "size", left: 0, line: "", trailers };
  for await (const chunk of source) {
    let at = 0;
    while (at < chunk.length) {
      if (decoder.state === "data") {
        const piece = chunk.subarray(at, at + decoder.left);
        at += piece.length;
        decoder.left -= piece.length;
        if (decoder.left === 0) decoder.state = "dataEnd";
        yield piece;
      } else {
        at = readLine(decoder, chunk, at);
      }
    }
  }
  if (decoder.state !== "done") throw storeError("IncompleteBody", "The aws-chunked body ended too early.");
}

function readLine(decoder: Decoder, chunk: Buffer, at: number): number {
  if (decoder.state === "done") throw malformed("bytes after the last chunk");
  const newline = chunk.indexOf(10, at);
  const end = newline < 0 ? chunk.length : newline + 1;
  decoder.line += chunk.toString("latin1", at, end);
  if (decoder.line.length > MAX_LINE) throw malformed("a line without an end");
  if (newline >= 0) {
    if (!decoder.line.endsWith("\r\n")) throw malformed("a line that does not end in CR LF");
    takeLine(decoder, decoder.line.slice(0, -2));
    decoder.line = "";
  }
  return end;
}

function takeLine(decoder: Decoder, line: string): void {
  if (decoder.state === "dataEnd") {
    if (line) throw malformed("a chunk longer than it says");
    decoder.state = "size";
  } else if (decoder.state === "size") {
    const size = /^([0-9a-fA-F]{1,12})(;.*)?$/.exec(line)?.[1];
    if (!size) throw malformed("a chunk size that is not one");
    decoder.left = Number.parseInt(size, 16);
    decoder.state = decoder.left === 0 ? "trailer" : "data";
  } else if (line === "") {
    decoder.state = "done";
  } else {
    const colon = line.indexOf(":");
    if (colon < 1 || decoder.trailers.size > 10) throw malformed("a trailer that is not one");
    decoder.trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}

const malformed = (what: string) => storeError("IncompleteBody", `The aws-chunked body has ${what}.`);
