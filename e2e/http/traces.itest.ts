import { afterAll, beforeAll, expect, it } from "vitest";
import type { AppCopy } from "@/e2e/support/app-copy";
import { logInByPage } from "@/e2e/support/browser";
import { type CollectedSpan, startCollector } from "@/e2e/support/collector";
import { startEnginesForCopies } from "@/e2e/support/copies";
import { dynamoError, startFaultyProxy } from "@/e2e/support/faulty-proxy";
import { aFileOf, aPerson, PASSWORD, type Person, send } from "@/e2e/support/http-client";
import { aLink } from "@/e2e/support/links";

// As OTLP numbers them.
const [SERVER, CLIENT] = [2, 3];
const [UNSET, ERROR] = [{ code: 0 }, { code: 2 }];
const STRANGE = "0af7651916cd43dd8448eb211c80319c";
const KEY = "a key for the collector alone";

const start = await startEnginesForCopies();
const collector = await startCollector();
const database = await startFaultyProxy(process.env.DYNAMODB_ENDPOINT ?? "");
afterAll(() => Promise.all([collector.stop(), database.stop()]));

let copy: AppCopy;
let ada: Person;
beforeAll(async () => {
  copy = await start({
    DYNAMODB_ENDPOINT: database.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: `x-key=${encodeURIComponent(KEY)}`,
    OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=test",
    OTEL_BSP_SCHEDULE_DELAY: "100",
  });
  ada = await aPerson(copy.url);
});

/** The span of one request, once it has arrived. */
async function spanOf({ headers }: { headers: Headers }): Promise<CollectedSpan> {
  const requestId = headers.get("x-request-id");
  const find = () => collector.spans().find(({ attributes }) => attributes["smart_drive.request_id"] === requestId);
  await expect.poll(find, { timeout: 20_000 }).toBeDefined();
  const found = find();
  if (!found) throw new Error("It was there");
  return found;
}

const below = (parent: CollectedSpan): CollectedSpan[] =>
  collector.spans().filter(({ parentSpanId }) => parentSpanId === parent.spanId);

/** The names of what was done under a span. */
const namesBelow = (parent: CollectedSpan): string[] => below(parent).map(({ name }) => name);

it("have one span for a request, by its route, with the trace that its line in the log names", async () => {
  const answer = await ada.call("GET", "/api/files?limit=7&sort=name");
  const span = await spanOf(answer);
  expect(span).toMatchObject({ name: "GET /api/files", kind: SERVER });
  expect(span.parentSpanId ?? "").toBe("");
  expect(span.attributes).toEqual({
    ...{ "http.request.method": "GET", "http.route": "/api/files", "http.response.status_code": 200 },
    "smart_drive.request_id": answer.headers.get("x-request-id"),
  });
  expect(await copy.events()).toContainEqual(
    expect.objectContaining({ event: "request", route: "/api/files", traceId: span.traceId }),
  );
});

it("have the calls of database and store below it, and hashes where there are some", async () => {
  const listed = await spanOf(await ada.call("GET", "/api/files"));
  expect(namesBelow(listed)).toContain("DynamoDB.Query");
  expect(below(listed).find(({ name }) => name === "DynamoDB.Query")).toMatchObject({
    ...{ traceId: listed.traceId, kind: CLIENT, status: UNSET },
    attributes: { "rpc.system": "aws-api", "rpc.service": "DynamoDB", "rpc.method": "Query" },
  });
  const input = { email: ada.email, password: PASSWORD };
  const loggedIn = await spanOf(await send("POST", `${copy.url}/api/auth/login`, input));
  expect(namesBelow(loggedIn)).toContain("password.compare");
  await aFileOf(ada, "a file.txt", "content");
  const named = (name: string) => collector.spans().find((span) => span.name === name);
  await expect.poll(() => named("POST /api/upload/{uploadId}/complete"), { timeout: 20_000 }).toBeDefined();
  const parent = collector.spans().find(({ spanId }) => spanId === named("S3.HeadObject")?.parentSpanId);
  expect(parent?.name).toBe("POST /api/upload/{uploadId}/complete");
});

it("have pages too, and nothing of Next's own", async () => {
  const cookie = await logInByPage(copy.url, ada);
  const page = await send("GET", `${copy.url}/drive`, undefined, { cookie, accept: "text/html" });
  const span = await spanOf(page);
  expect(span.name).toBe("GET /drive");
  expect(namesBelow(span)).toContain("DynamoDB.Query");
  const ours = /^((GET|POST|PUT|PATCH|DELETE) (\/\S*|other)|(DynamoDB|S3)\.\w+|password\.\w+|job [\w-]+|sweep)$/;
  expect(collector.spans().filter(({ name }) => !ours.test(name))).toEqual([]);
});

it("leave out what watchers ask", async () => {
  await send("GET", `${copy.url}/api/ready`);
  await spanOf(await ada.call("GET", "/api/me"));
  expect(collector.spans().filter(({ name }) => /ready|health|metrics/.test(name))).toEqual([]);
});

it("say what failed: a fault of an engine is an error, what was refused is none", async () => {
  const nowhere = await spanOf(await send("GET", `${copy.url}/no/such/page`, undefined, { accept: "text/html" }));
  expect(nowhere).toMatchObject({ name: "GET other", status: UNSET, attributes: { "http.response.status_code": 404 } });
  const twice = { parentId: "root", name: "twice" };
  await ada.call("POST", "/api/folders", twice);
  const taken = await spanOf(await ada.call("POST", "/api/folders", twice));
  const refusals = below(taken).filter(({ attributes }) => attributes["error.type"]);
  expect(refusals.map(({ status, attributes }) => ({ status, type: attributes["error.type"] }))).toEqual([
    { status: UNSET, type: "TransactionCanceledException" },
  ]);
  database.fail("Query", dynamoError("InternalServerError"));
  const failed = await ada.call("GET", "/api/files");
  database.heal();
  const span = await spanOf(failed);
  expect(span).toMatchObject({ status: ERROR, attributes: { "error.type": "503" } });
  expect(below(span).filter(({ status }) => status.code === ERROR.code)).toMatchObject([
    { name: "DynamoDB.Query", attributes: { "error.type": "InternalServerError" } },
  ]);
});

it("have one for a job, with what it did below it", async () => {
  const { body: folder } = await ada.call("POST", "/api/folders", { parentId: "root", name: "to be purged" });
  await ada.call("DELETE", `/api/files/${folder.id}`);
  await ada.call("DELETE", `/api/trash/${folder.id}`);
  const job = () => collector.spans().find(({ name }) => name === "job purge");
  await expect.poll(job, { timeout: 30_000 }).toMatchObject({ status: UNSET });
  const done = () => collector.spans().filter(({ parentSpanId }) => parentSpanId === job()?.spanId);
  expect(done().map(({ name }) => name)).toContain("DynamoDB.TransactWriteItems");
});

it("take no stranger's word for the trace they belong to, and for whether to be sampled (SECURITY 15)", async () => {
  const traceparent = `00-${STRANGE}-b7ad6b7169203331-00`;
  const span = await spanOf(await ada.call("GET", "/api/me", undefined, { traceparent, tracestate: "a=b" }));
  expect(span.traceId).not.toBe(STRANGE);
  expect(span.parentSpanId ?? "").toBe("");
});

it("tell no secret of anybody: password, token, cookie, link, signed address, name or query (SECURITY 32)", async () => {
  const cookie = await logInByPage(copy.url, ada);
  const file = await aFileOf(ada, "a private name.txt", "content");
  const link = await aLink(ada, file.id);
  const signed = await send("GET", `${copy.url}/s/${link}/download`);
  const answers = [
    await send("GET", `${copy.url}/s/${link}?secret=query`, undefined, { accept: "text/html", cookie }),
    await send("GET", `${copy.url}/drive?view=secret-view`, undefined, { accept: "text/html", cookie }),
    await ada.call("GET", "/api/search?q=private"),
    await ada.call("GET", `/api/files/${file.id}`, undefined, { "x-request-id": "secret", "user-agent": "secret" }),
    await send("GET", `${copy.url}/no/private/page`),
    signed,
  ];
  const names = (await Promise.all(answers.map(spanOf))).map(({ name }) => name);
  expect(names).toEqual([
    ...["GET /s/{shareId}", "GET /drive", "GET /api/search", "GET /api/files/{entryId}", "GET other"],
    "GET /s/{shareId}/download",
  ]);
  const said = JSON.stringify(collector.requests.map(({ body }) => body));
  const signature = new URL(signed.headers.get("location") ?? "").searchParams.get("X-Amz-Signature") ?? "none";
  const session = /session-token=([^;]+)/.exec(cookie)?.[1] ?? "none";
  const secrets = [PASSWORD, ada.token, ada.email, ada.id, session, signature, link, file.id];
  const words = ["private", "secret", "?", "http:", "127.0.0.1", KEY];
  expect([...secrets, ...words].filter((word) => said.includes(word))).toEqual([]);
});

it("go to the collector's path with the headers it asks for, as a service of that name", async () => {
  await spanOf(await ada.call("GET", "/api/me"));
  expect(collector.requests[0]).toMatchObject({ path: "/v1/traces", headers: { "x-key": KEY } });
  expect(collector.resources()[0]).toMatchObject({
    ...{ "service.name": "smart-drive", "deployment.environment.name": "test" },
    "service.instance.id": expect.any(String),
  });
});
