import { describe, expect, it } from "vitest";
import { decodeAwsChunked } from "./aws-chunked";

async function decode(...pieces: string[]) {
  const source = (async function* () {
    for (const piece of pieces) yield Buffer.from(piece);
  })();
  const trailers = new Map<string, string>();
  let text = "";
  for await (const chunk of decodeAwsChunked(source, trailers)) text += chunk.toString();
  return { text, trailers: Object.fromEntries(trailers) };
}

const WHOLE = "5\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n";

describe("the framing of a body", () => {
  it("is taken off, and its trailers are read", async () => {
    expect(await decode(WHOLE)).toEqual({ text: "hello world", trailers: { "x-amz-checksum-crc32": "DUoRhQ==" } });
  });

  it("may be cut anywhere on its way", async () => {
    expect(await decode(...WHOLE)).toMatchObject({ text: "hello world" });
  });

  it.each([
    ["that ends too early", "5\r\nhel"],
    ["without its end", "5\r\nhello\r\n"],
    ["with a chunk longer than it says", "2\r\nhello\r\n0\r\n\r\n"],
    ["with a size that is none", "x\r\nhello\r\n0\r\n\r\n"],
    ["with bytes after its end", "0\r\n\r\nmore"],
    ["with bare line feeds", "5\nhello\n0\n\n"],
    ["with an endless line", "1".repeat(9000)],
  ])("is refused %s", async (_, body) => {
    await expect(decode(body)).rejects.toMatchObject({ storeCode: "IncompleteBody" });
  });
});
