import { createHash } from "node:crypto";
import type { Received } from "./body";
import { type ChecksumAlgorithm, createHasher } from "./checksums";

/** Takes in bytes that are here already, as `receiveBody` does those of a client. */
export async function receiveCopy(
  source: AsyncIterable<Buffer[]>,
  write: (chunk: Buffer) => Promise<void>,
  algorithm: ChecksumAlgorithm | undefined,
): Promise<Received> {
  const hash = createHash("md5");
  const hasher = algorithm && (await createHasher(algorithm));
  let size = 0;
  for await (const pieces of source) {
    for (const chunk of pieces) {
      size += chunk.length;
      hash.update(chunk);
      hasher?.update(chunk);
      await write(chunk);
    }
  }
  const checksum = algorithm && hasher && { algorithm, value: hasher.digest().toString("base64") };
  return { size, md5: hash.digest(), checksum };
}
