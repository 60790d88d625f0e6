import { agree } from "./agree";
import { makeStacks, type Program } from "./make";
import { type Patience, smoke } from "./smoke";

type Means = {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  say: (line: string) => void;
  /** The settings, with what the account was asked for. */
  env?: NodeJS.ProcessEnv;
  cdk?: Program;
  patience?: Patience;
};

const CDK: Program = ["npx", "--no-install", "cdk"];

/** Asks, makes the stacks, and looks whether the drive serves. Nothing is made without a yes. @throws Error with what went wrong. */
export async function offer(
  stackName: string,
  { input, output, say, env = process.env, cdk = CDK, patience }: Means,
): Promise<void> {
  if (!(await agree(input, output))) return say("Nothing was made.");
  const address = makeStacks(cdk, stackName, env);
  say(`Made. Looking whether ${address} serves; that may take minutes …`);
  await smoke(address, patience);
  say(`It serves at ${address}`);
}
