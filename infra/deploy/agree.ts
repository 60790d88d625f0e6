import { once } from "node:events";
import { createInterface } from "node:readline/promises";

/** Asks whether to go on; only `yes` is a yes. */
export async function agree(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<boolean> {
  const asking = createInterface({ input, output });
  // Whoever closes the terminal has answered nothing; the question itself would wait for ever.
  const closed = once(asking, "close").then(() => "");
  const answer = await Promise.race([asking.question("Make it? Type yes: "), closed]);
  asking.close();
  return answer.trim() === "yes";
}
