import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** What CDK writes of a stack that it made. */
export type FakeOutputs = Record<string, Record<string, string>>;

/**
 * Programs in the place of `npx` (and CDK by it) and `npm`: they note how they were called, and the first writes outputs where it
 * was told to. `PATH` finds them before any others.
 */
export async function startFakePrograms(outputs: FakeOutputs, exitCode = 0) {
  const bin = await mkdtemp(join(tmpdir(), "smart-drive-"));
  const log = join(bin, "log");
  const script = `#!${process.execPath}
const { appendFileSync, writeFileSync } = require("node:fs");
const words = process.argv.slice(2);
const at = words.indexOf("--outputs-file");
appendFileSync(${JSON.stringify(log)}, words.slice(0, at < 0 ? undefined : at).join(" ") + "\\n");
if (at >= 0) writeFileSync(words[at + 1], ${JSON.stringify(JSON.stringify(outputs))});
process.exitCode = ${exitCode};
`;
  for (const name of ["npx", "npm"]) await writeFile(join(bin, name), script, { mode: 0o755 });
  return {
    npx: join(bin, "npx"),
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    called: async () => (existsSync(log) ? (await readFile(log, "utf8")).trim().split("\n") : []),
    stop: () => rm(bin, { recursive: true }),
  };
}
