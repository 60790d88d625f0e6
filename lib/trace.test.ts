import { setTimeout as pause } from "node:timers/promises";
import { SpanStatusCode } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { beforeEach, describe, expect, it } from "vitest";
import { beginTrace, currentTraceId, inSpan, inTrace, traceBy, underSpan } from "./trace";

const exporter = new InMemorySpanExporter();

it("does the work and nothing else where nothing is traced", async () => {
  expect(beginTrace({ name: "request" })).toBeUndefined();
  expect(await inTrace({ name: "job" }, () => inSpan({ name: "call" }, async () => currentTraceId()))).toBeUndefined();
});

describe("where traces are made", () => {
  beforeEach(() => {
    exporter.reset();
    const spanProcessors = [new SimpleSpanProcessor(exporter)];
    traceBy(new BasicTracerProvider({ spanProcessors }).getTracer("test"));
  });
  const named = (name: string) => exporter.getFinishedSpans().find((span) => span.name === name);
  const parentOf = (name: string) => named(name)?.parentSpanContext?.spanId;

  it("puts each part below the work it is a part of, also where two go on at once", async () => {
    const one = (name: string) =>
      inTrace({ name }, async () => {
        await pause(1);
        await inSpan({ name: `${name}'s call` }, () => inSpan({ name: `${name}'s inner` }, () => pause(1)));
      });
    await Promise.all([one("first"), one("second")]);
    expect(parentOf("first's call")).toBe(named("first")?.spanContext().spanId);
    expect(parentOf("second's call")).toBe(named("second")?.spanContext().spanId);
    expect(parentOf("second's inner")).toBe(named("second's call")?.spanContext().spanId);
    expect(named("first")?.spanContext().traceId).not.toBe(named("second")?.spanContext().traceId);
  });

  it("makes no span of what belongs to nothing", async () => {
    expect(await inSpan({ name: "call" }, async () => "done")).toBe("done");
    expect(exporter.getFinishedSpans()).toEqual([]);
  });

  it("goes on with the trace of somebody else's span", async () => {
    const parent = { traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331", traceFlags: 1 };
    const span = beginTrace({ name: "request" }, parent);
    expect(underSpan(span, currentTraceId)).toBe(parent.traceId);
    span?.end();
    expect(parentOf("request")).toBe(parent.spanId);
  });

  it("says of an error its name and never its message, and passes it on (SECURITY 32)", async () => {
    const error = new TypeError("a secret");
    await expect(inTrace({ name: "job" }, () => Promise.reject(error))).rejects.toBe(error);
    expect(named("job")).toMatchObject({
      ...{ status: { code: SpanStatusCode.ERROR }, attributes: { "error.type": "TypeError" } },
      events: [],
    });
    expect(named("job")?.status.message).toBeUndefined();
  });

  it("takes nothing over from what is thrown and is no error (SECURITY 32)", async () => {
    await expect(inTrace({ name: "job" }, () => Promise.reject("a secret"))).rejects.toBe("a secret");
    expect(named("job")?.attributes).toEqual({ "error.type": "unknown" });
  });

  it("notes what is no fault without calling it one", async () => {
    const refused = inTrace({ name: "job" }, () =>
      inSpan(
        { name: "call" },
        () => Promise.reject(new RangeError()),
        () => false,
      ),
    );
    await expect(refused).rejects.toThrow(RangeError);
    expect(named("call")).toMatchObject({
      status: { code: SpanStatusCode.UNSET },
      attributes: { "error.type": "RangeError" },
    });
  });
});
