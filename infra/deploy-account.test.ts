import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { releaseForTests } from "./synthesize";
import { type FakeAws, startFakeAws } from "./test-support/fake-aws";
import { roomy } from "./test-support/roomy-account";
import { awsShell, someCredentials } from "./test-support/shell";

let aws: FakeAws;
afterEach(() => aws.stop());

async function deploy(words: string[], credentials: object, answer = "", PATH = process.env.PATH) {
  aws = await startFakeAws(roomy);
  const { HOME } = process.env;
  const env = {
    PATH,
    HOME,
    ...awsShell(aws.url),
    ...credentials,
    RELEASE: releaseForTests(),
    NODE_ENV: "test" as const,
  };
  const tsx = fileURLToPath(import.meta.resolve("tsx/cli"));
  const child = spawn(process.execPath, [tsx, "deploy.ts", ...words], { env, stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.end(answer);
  const [out, complaints, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { out, complaints, code };
}

it("asks no account in a dry run", async () => {
  const { out, code } = await deploy(["--dry-run"], {});
  expect(code).toBe(0);
  expect(out).toContain("AWS::DynamoDB::GlobalTable");
  expect(aws.calls).toEqual([]);
});

it("ends with one sentence, before it builds anything, where there are no credentials", async () => {
  const { out, complaints, code } = await deploy([], {});
  expect({ out, code }).toEqual({ out: "", code: 1 });
  expect(complaints).toMatch(/^There are no AWS credentials here\. .*\n$/);
});

/** A PATH on which npm and npx only say what they were told, and with which of the variables that the account gave. */
async function pathOfSpeakers(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "smart-drive-speakers-"));
  const script = '#!/bin/sh\necho "$* by $CLOUDFRONT_PREFIX_LIST in $AVAILABILITY_ZONES"\n';
  for (const name of ["npm", "npx"]) await writeFile(join(folder, name), script, { mode: 0o755 });
  return `${folder}${delimiter}${process.env.PATH}`;
}

it("makes the drive by what the account was asked for", async () => {
  const { out } = await deploy([], someCredentials, "yes\n", await pathOfSpeakers());
  const given = "by pl-3b927c52 in us-east-1b,us-east-1d";
  expect(out).toContain(`cdk bootstrap ${given}`);
  expect(out).toMatch(new RegExp(`cdk deploy .* ${given}`));
});
