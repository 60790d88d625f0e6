import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { destroy } from "./destroy/destroy";
import { readSettings } from "./settings";

/** `npm run destroy`: takes the drive down and leaves nothing that costs. It asks, so it wants a terminal. */
async function main(): Promise<void> {
  if (!process.stdin.isTTY) throw new Error("This deletes everything, so it asks first: run it in a terminal.");
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = once(terminal, "close").then(() => "");
  // npm runs this in infra/; whoever types a folder means it from where npm was called.
  const from = process.env.INIT_CWD ?? process.cwd();
  try {
    await destroy(readSettings(process.env), {
      // Whoever closes the terminal has answered nothing.
      ask: (question) => Promise.race([terminal.question(question), closed]),
      say: console.log,
      placeFolder: (folder) => resolve(from, folder),
    });
  } finally {
    terminal.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
