import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, inject, it, onTestFinished } from "vitest";
import type { AppCopy } from "@/e2e/support/app-copy";
import { logInByPage } from "@/e2e/support/browser";
import { startEnginesForCopies } from "@/e2e/support/copies";
import { aFileOf, aPerson, send } from "@/e2e/support/http-client";
import { aLink } from "@/e2e/support/links";

const run = promisify(execFile);
const TOKEN = "for Prometheus alone: 0123456789abcdef";
const start = await startEnginesForCopies();
let copy: AppCopy;
beforeAll(async () => {
  copy = await start({ METRICS_TOKEN: TOKEN });
});

const ask = (authorization?: string, cookie?: string) =>
  send("GET", `${copy.url}/api/metrics`, undefined, {
    ...(authorization ? { authorization } : {}),
    ...(cookie ? { cookie } : {}),
  });

it("are not there where no token is configured", async () => {
  const { status, body } = await send("GET", `${inject("baseUrl")}/api/metrics`);
  expect({ status, code: body.code }).toEqual({ status: 404, code: "not_found" });
});

it("are told to nobody but who has the token: not by another, not by a session or its cookie", async () => {
  const ada = await aPerson(copy.url);
  const cookie = await logInByPage(copy.url, ada);
  const answers = [
    await ask(),
    await ask(undefined, cookie),
    await ask(ada.authorization),
    await ask(`Bearer ${TOKEN}x`),
  ];
  expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual(answers.map(() => "401 unauthenticated"));
});

it("count requests by route, method and status, calls of the engines, jobs, hashes and the loop, and name nobody", async () => {
  const ada = await aPerson(copy.url);
  const file = await aFileOf(ada, "a name.txt", "content");
  const link = await aLink(ada, file.id);
  await ada.call("GET", `/api/files/${file.id}`);
  await ada.call("GET", "/api/files/not-an-id-of-anything");
  await send("GET", `${copy.url}/s/${link}/download`);
  await send("GET", `${copy.url}/drive/${file.id}`, undefined, { accept: "text/html" });
  await send("GET", `${copy.url}/made/up/${file.id}`);
  const { status, headers, body } = await ask(`Bearer ${TOKEN}`);
  expect({ status, type: headers.get("content-type"), kept: headers.get("cache-control") }).toEqual({
    status: 200,
    type: expect.stringMatching(/^text\/plain; version=0\.0\.4/),
    kept: "private, no-store",
  });
  expect(body).toMatch(
    /http_request_duration_seconds_count\{route="\/api\/files\/\{entryId\}",method="GET",status="2xx"\} 1\n/,
  );
  expect(body).toMatch(
    /http_request_duration_seconds_count\{route="\/api\/files\/\{entryId\}",method="GET",status="4xx"\} 1\n/,
  );
  expect(body).toMatch(
    /http_request_duration_seconds_count\{route="\/s\/\{shareId\}\/download",method="GET",status="3xx"\} 1\n/,
  );
  expect(body).toMatch(
    /http_request_duration_seconds_count\{route="\/drive\/\{\w+\}",method="GET",status="\dxx"\} 1\n/,
  );
  expect(body).toMatch(/http_request_duration_seconds_count\{route="other",method="GET",status="4xx"\} 1\n/);
  expect(body).toMatch(/aws_call_duration_seconds_count\{service="dynamodb",action="TransactWrite\w*"\} [1-9]/);
  expect(body).toMatch(/aws_call_duration_seconds_count\{service="s3",action="HeadObject"\} [1-9]/);
  expect(body).toMatch(/^password_hash_queue_length 0$/m);
  expect(body).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect(body).toMatch(/^# TYPE job_duration_seconds histogram$/m);
  for (const secret of [ada.id, ada.email, file.id, link, "a name", "127.0.0.1"]) expect(body).not.toContain(secret);
});

it("are told on a machine by the runbook's own command, as its secrets lie there", async () => {
  const folder = await mkdtemp(join(tmpdir(), "smart-drive-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const secrets = join(folder, "secrets.env");
  await writeFile(secrets, `AUTH_SECRET="another"\nMETRICS_TOKEN="${TOKEN}"\n`);
  const command = /^sudo (sed .* \| curl .*)$/m.exec(await readFile("docs/runbook.md", "utf8"))?.[1] ?? "";
  const here = command.replace("/run/smart-drive/secrets.env", secrets).replace("http://127.0.0.1:3000", copy.url);
  expect(here).toContain(secrets);
  expect((await run("sh", ["-c", here])).stdout).toMatch(/^http_request_duration_seconds_count\{/m);
});

it("say how jobs ended, and what failed at an engine", async () => {
  const ada = await aPerson(copy.url);
  const { body: folder } = await ada.call("POST", "/api/folders", { parentId: "root", name: "folder" });
  await ada.call("POST", "/api/folders", { parentId: "root", name: "folder" });
  await ada.call("DELETE", `/api/files/${folder.id}`);
  await ada.call("DELETE", `/api/trash/${folder.id}`);
  const told = async () => (await ask(`Bearer ${TOKEN}`)).body;
  await expect.poll(told, { timeout: 20_000 }).toMatch(/job_duration_seconds_count\{kind="purge",outcome="done"\} 1\n/);
  expect(await told()).toMatch(
    /aws_call_failures_total\{service="dynamodb",action="TransactWrite\w*",error="\w+"\} 1\n/,
  );
});
