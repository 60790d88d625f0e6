import { setTimeout as pause } from "node:timers/promises";
import type { SpanExporter } from "@opentelemetry/sdk-trace-base";
import { env, isTraced } from "@/lib/env";
import { describeError, log } from "@/lib/log";
import { traceBy } from "@/lib/trace";

const LAST_WORDS_MS = 2000;

/**
 * Has traces go out by OTLP where an endpoint is configured; else none of the SDK is even loaded. Answers what sends the rest
 * when the process ends, and gives up on a collector that does not take it in time. Everything else that OpenTelemetry's
 * variables can say (headers, sampler, resource, batches) is read by its own packages.
 */
export async function startTracing(): Promise<() => Promise<void>> {
  if (!isTraced(env())) return async () => undefined;
  // The packages themselves are imported here, not a module of ours that imports them: bundled into a release, that one
  // would load them whether it is asked for or not.
  const [{ BasicTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, resource] = await Promise.all([
    import("@opentelemetry/sdk-trace-base"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    describeCopy(),
  ]);
  const processor = new BatchSpanProcessor(telling(new OTLPTraceExporter()));
  const provider = new BasicTracerProvider({ resource, spanProcessors: [processor] });
  traceBy(provider.getTracer("smart-drive"));
  return async () => {
    await Promise.race([provider.shutdown().catch(() => undefined), pause(LAST_WORDS_MS)]);
  };
}

/** Who the spans are from: the service, and which copy of it. */
async function describeCopy() {
  const { defaultResource, detectResources, envDetector, resourceFromAttributes, serviceInstanceIdDetector } =
    await import("@opentelemetry/resources");
  return defaultResource()
    .merge(resourceFromAttributes({ "service.name": "smart-drive" }))
    .merge(detectResources({ detectors: [serviceInstanceIdDetector, envDetector] }));
}

/** Says once that a collector takes nothing, and once that it does again: nothing else would show it. */
function telling(exporter: SpanExporter): SpanExporter {
  let isHeard = true;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const { error } = result;
        if (error && isHeard) log().warn({ event: "traces.refused", error: describeError(error) });
        if (!error && !isHeard) log().info({ event: "traces.accepted" });
        isHeard = !error;
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
  };
}
