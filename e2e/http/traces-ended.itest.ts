import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { type Collector, startCollector } from "@/e2e/support/collector";
import { startEnginesForCopies } from "@/e2e/support/copies";
import { aPerson, send } from "@/e2e/support/http-client";
import { threePorts } from "@/e2e/support/ports";

const PARENT = { traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331" };
const NEVER = { OTEL_BSP_SCHEDULE_DELAY: "3600000" };

const start = await startEnginesForCopies();

async function aCollector(options?: { isSilent: boolean }): Promise<Collector> {
  const collector = await startCollector(options);
  onTestFinished(collector.stop);
  return collector;
}

/** The packages of OpenTelemetry of which a process that ended had loaded something. */
async function loadedIn(coverageDir: string): Promise<string[]> {
  const files = await readdir(coverageDir);
  const texts = await Promise.all(files.map((name) => readFile(join(coverageDir, name), "utf8")));
  const found = [...texts.join("").matchAll(/node_modules\/@opentelemetry\/([\w-]+)\//g)].map(([, name]) => name ?? "");
  return [...new Set(found)].sort();
}

async function aFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

it("what is left of them goes out when a copy is stopped, below the span that a trusted proxy names", async () => {
  const collector = await aCollector();
  const own = { TRUST_PROXY: "127.0.0.1", OTEL_SERVICE_NAME: "our drive", ...NEVER };
  const copy = await start({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.url}/traces`, ...own });
  const traceparent = `00-${PARENT.traceId}-${PARENT.spanId}-01`;
  await send("GET", `${copy.url}/api/openapi.json`, undefined, { traceparent });
  expect(collector.requests).toEqual([]);
  copy.child.kill("SIGTERM");
  expect(await copy.ended).toBe(0);
  const { traceId, spanId: parentSpanId } = PARENT;
  expect(collector.spans()).toContainEqual(expect.objectContaining({ traceId, parentSpanId }));
  expect(collector.requests[0]).toMatchObject({ path: "/traces" });
  expect(collector.resources()[0]).toMatchObject({ "service.name": "our drive" });
});

it("a collector that is away changes nothing, and is told of once", async () => {
  const port = await threePorts();
  const own = { OTEL_BSP_SCHEDULE_DELAY: "50", OTEL_EXPORTER_OTLP_TIMEOUT: "200" };
  const copy = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`, ...own });
  const ada = await aPerson(copy.url);
  const refused = async () => (await copy.events()).filter(({ event }) => event === "traces.refused");
  await expect.poll(refused, { timeout: 20_000 }).toHaveLength(1);
  expect((await ada.call("POST", "/api/folders", { parentId: "root", name: "folder" })).status).toBe(201);
  copy.child.kill("SIGTERM");
  expect(await copy.ended).toBe(0);
  expect(await refused()).toHaveLength(1);
  expect((await copy.events()).filter(({ level }) => level === "error")).toEqual([]);
});

it("a collector that never answers does not keep a copy from its end", async () => {
  const collector = await aCollector({ isSilent: true });
  const forever = { OTEL_EXPORTER_OTLP_TIMEOUT: "3600000", OTEL_BSP_EXPORT_TIMEOUT: "3600000" };
  const copy = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...NEVER, ...forever });
  await send("GET", `${copy.url}/api/files`);
  copy.child.kill("SIGTERM");
  expect(await copy.ended).toBe(0);
  expect(collector.spans().map(({ name }) => name)).toContain("GET /api/files");
});

it.each<[string, Record<string, string>]>([
  ["none is configured", { OTEL_EXPORTER_OTLP_ENDPOINT: "" }],
  ["they are turned off", { OTEL_SDK_DISABLED: "true" }],
])("where %s nothing is sent, and nothing of the SDK is loaded", async (_, env) => {
  const [collector, dir] = await Promise.all([aCollector(), aFolder()]);
  const copy = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, NODE_V8_COVERAGE: dir, ...env });
  await send("GET", `${copy.url}/api/files`);
  copy.child.kill("SIGTERM");
  expect(await copy.ended).toBe(0);
  expect(await loadedIn(dir)).toEqual(["api"]);
  expect(collector.requests).toEqual([]);
  const lines = (await copy.events()).filter(({ event }) => event === "request");
  expect(lines.filter((line) => "traceId" in line)).toEqual([]);
});

it("where it is, the SDK is loaded, as that very look shows", async () => {
  const [collector, dir] = await Promise.all([aCollector(), aFolder()]);
  const copy = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, NODE_V8_COVERAGE: dir });
  copy.child.kill("SIGTERM");
  expect(await copy.ended).toBe(0);
  expect(await loadedIn(dir)).toContain("sdk-trace-base");
});
