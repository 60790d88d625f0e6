import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, it, onTestFinished } from "vitest";
import { agree } from "./deploy/agree";
import { offer } from "./deploy/offer";
import { smoke } from "./deploy/smoke";
import { releaseForTests } from "./synthesize";
import { startFakeAws } from "./test-support/fake-aws";
import { type FakeOutputs, startFakePrograms } from "./test-support/fake-programs";
import { loginWithout, type Page, startFakeSite } from "./test-support/fake-site";
import { roomy } from "./test-support/roomy-account";
import { awsShell, someCredentials } from "./test-support/shell";

const AT_ONCE = { withinMs: 50, everyMs: 10 };
const BY_CDK = ["bootstrap", "deploy --all --require-approval never"];

async function aSite(instead: Record<string, Page> = {}) {
  const site = await startFakeSite(instead);
  onTestFinished(site.stop);
  return site;
}

async function programs(outputs: FakeOutputs, exitCode?: number) {
  const found = await startFakePrograms(outputs, exitCode);
  onTestFinished(found.stop);
  return found;
}

/** Offers to make the drive to somebody who types this; answers what was told, and how CDK was called. */
async function offerTo(answer: string, outputs: FakeOutputs, exitCode?: number) {
  const { npx, called } = await programs(outputs, exitCode);
  const said: string[] = [];
  const means = {
    input: Readable.from([answer]),
    output: new PassThrough(),
    say: (line: string) => void said.push(line),
  };
  const offered = offer("smart-drive", { ...means, cdk: [npx], patience: AT_ONCE });
  const failure = await offered.then(
    () => null,
    (error: Error) => error.message,
  );
  return { failure, said, called: await called() };
}

it.each(["no\n", "\n", "y\n", "YES\n"])("makes nothing when %j is what is typed", async (answer) => {
  expect(await offerTo(answer, {})).toEqual({ failure: null, said: ["Nothing was made."], called: [] });
});

it("takes a closed terminal for no answer", async () => {
  expect(await agree(Readable.from([]), new PassThrough())).toBe(false);
});

it("makes it after a yes, looks at what a browser would fetch, and says where it serves", async () => {
  const { url, asked, script } = await aSite();
  const { failure, said, called } = await offerTo("yes\n", { "smart-drive": { Address: url } });
  expect({ failure, called, last: said.at(-1) }).toEqual({
    failure: null,
    called: BY_CDK,
    last: `It serves at ${url}`,
  });
  expect(asked).toEqual(["/api/ready", "/login", script]);
});

it("goes no further where CDK fails", async () => {
  const { failure, called } = await offerTo("yes\n", {}, 3);
  expect(failure).toMatch(/npx bootstrap ended with 3; what it said is above\.$/);
  expect(called).toEqual(["bootstrap"]);
});

it.each<[string, FakeOutputs]>([
  ["no address", { "smart-drive": { TableName: "t" } }],
  ["outputs of another stack alone", { other: { Address: "https://example.com" } }],
])("says it where the stack has %s", async (_, outputs) => {
  expect((await offerTo("yes\n", outputs)).failure).toMatch(/^The stack smart-drive was made and says no address\./);
});

it("waits until it is ready", async () => {
  const { url, pages, asked } = await aSite({ "/api/ready": { status: 503 } });
  setTimeout(() => Object.assign(pages, { "/api/ready": {} }), 100);
  await smoke(url, { withinMs: 60_000, everyMs: 10 });
  expect(asked.filter((path) => path === "/api/ready").length).toBeGreaterThan(1);
});

it("says what it sees of a drive that never gets ready, and that it costs", async () => {
  const { url } = await aSite({ "/api/ready": { status: 503 } });
  await expect(smoke(url, AT_ONCE)).rejects.toThrow(
    /is not ready after 0 minutes: it answers 503\. The stack stands, and costs; docs\/runbook\.md/,
  );
  await expect(smoke("http://127.0.0.1:9", AT_ONCE)).rejects.toThrow("nothing answers there");
});

const BUILT = "/_next/static/chunks/0a~b1.js";

it.each<[string, Record<string, Page>, string]>([
  [
    "a page without HSTS",
    loginWithout("strict-transport-security"),
    "/login comes with strict-transport-security: (none)",
  ],
  ["a page that is kept", loginWithout("cache-control"), "/login comes with cache-control: (none)"],
  ["no page", { "/login": { status: 502 } }, "/login answers 502"],
  [
    "a page of something else",
    { "/login": { ...loginWithout()["/login"], body: "hello" } },
    "names no file of the build",
  ],
  ["a file that is not there", { [BUILT]: { status: 404 } }, `${BUILT} answers 404`],
  ["a file that is not kept", { [BUILT]: { headers: { "cache-control": "no-cache" } } }, "cache-control: no-cache"],
])("is not content with %s", async (_, instead, sentence) => {
  const { url } = await aSite(instead);
  await expect(smoke(url, AT_ONCE)).rejects.toThrow(sentence);
});

// It starts, reads CDK and synthesizes: seconds, and minutes where the machine is busy.
const A_WHOLE_RUN = 300_000;

/** `npm run deploy` as a program. */
async function deploy(words: string[], { PATH, typed = "" }: { PATH?: string; typed?: string } = {}) {
  const aws = await startFakeAws(roomy);
  onTestFinished(aws.stop);
  const shell = { ...awsShell(aws.url), ...someCredentials, HOME: process.env.HOME, RELEASE: releaseForTests() };
  const env = { ...shell, PATH: PATH ?? process.env.PATH, NODE_ENV: "test" as const };
  const child = spawn(process.execPath, ["--import", "tsx", "deploy.ts", ...words], { env });
  child.stdin.end(typed);
  const [out, complaints, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { out, complaints, code };
}

it.each<[string, Record<string, Page>, number, RegExp, string]>([
  ["0 where it serves", {}, 0, /^It serves at http/m, ""],
  [
    "1 where it is not as it should be",
    loginWithout("strict-transport-security"),
    1,
    /Made\. Looking/,
    "is not as it should be:\n/login comes with strict-transport-security: (none)\n",
  ],
])(
  "ends with %s",
  async (_, instead, wanted, line, complaint) => {
    const { url } = await aSite(instead);
    const { PATH, called } = await programs({ "smart-drive": { Address: url } });
    const { out, complaints, code } = await deploy([], { PATH, typed: "yes\n" });
    expect({ code, called: await called() }).toEqual({
      code: wanted,
      called: ["run --silent release", ...BY_CDK.map((words) => `--no-install cdk ${words}`)],
    });
    expect(out).toContain("For 10 users (assumed), 100 GB stored (assumed), 100 GB of downloads (assumed), 20 GB");
    expect(out).toContain("State your own use: npm run deploy -- --users 10 --storage 100");
    expect(out).toMatch(line);
    expect(complaints).toContain(complaint);
  },
  A_WHOLE_RUN,
);

it(
  "says what it costs a month by the stated use, line by line as npm run cost, and what it assumed",
  async () => {
    const page = readFileSync(new URL("../docs/cost.md", import.meta.url), "utf8");
    const sum = /^\| sum .*\| ([\d.]+) \|$/m.exec(page)?.[1];
    const { out, code } = await deploy(["--dry-run", "--users", "100", "--storage", "500", "--downloads", "1000"]);
    expect(code).toBe(0);
    const use =
      "100 users (stated), 500 GB stored (stated), 1000 GB of downloads (stated), 100 GB of uploads (assumed)";
    expect(out).toContain(`\nFor ${use}:\n    24.53  instances `);
    expect(out).toContain(`\n   ${sum}  US dollars a month; docs/cost.md says what is not in it\n`);
    expect(out).toMatch(/^Before anybody uses it, it costs \d\d\.\d\d US dollars a month\.$/m);
    expect(out).not.toContain("State your own use");
  },
  A_WHOLE_RUN,
);

it("names a word that is no amount, before it looks at anything", async () => {
  const { out, complaints, code } = await deploy(["--users", "many", "--storage=-1"]);
  expect({ out, code }).toEqual({ out: "", code: 1 });
  expect(complaints).toBe("--users: a number, 0 or more\n--storage: a number, 0 or more\n");
});
