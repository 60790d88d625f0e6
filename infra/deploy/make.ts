import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { run } from "./run";

/** A program and the words before its own. */
export type Program = [command: string, ...words: string[]];

const Outputs = z.record(z.string(), z.object({ Address: z.url().optional() }));

/** Has CDK make the stacks by these settings. Answers the drive's address. @throws Error when CDK fails, or makes a stack that says none. */
export function makeStacks([command, ...words]: Program, stackName: string, env: NodeJS.ProcessEnv): string {
  // Of its own: what an earlier deployment left must never be taken for this one's.
  const folder = mkdtempSync(join(tmpdir(), "smart-drive-"));
  const file = join(folder, "outputs.json");
  try {
    run(command, [...words, "bootstrap"], { env });
    run(command, [...words, "deploy", "--all", "--require-approval", "never", "--outputs-file", file], { env });
    const address = Outputs.parse(JSON.parse(readFileSync(file, "utf8")))[stackName]?.Address;
    if (!address)
      throw new Error(`The stack ${stackName} was made and says no address. AWS's console shows its outputs.`);
    return address;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
