import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Attributes,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  type SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { processWide } from "@/lib/process-wide";

/**
 * What a span says of itself. As with measures, names and values come from lists that the code has an end of: routes, methods,
 * SDK commands, kinds of job, names of errors; besides them only ids that were drawn for a request or a job. What a person
 * wrote, and what opens something, has no place in it (SECURITY 32).
 */
export type Beginning = { name: string; kind?: SpanKind; attributes?: Attributes };

// Never OpenTelemetry's global provider and context: whatever finds those writes spans of its own into them, Next's among
// them, which hold whole paths. Here nothing comes in but what is begun below.
const state = () =>
  processWide<{ tracer?: Tracer; current: AsyncLocalStorage<Span> }>("trace", () => ({
    current: new AsyncLocalStorage<Span>(),
  }));

/** Has spans made from now on. Until then nothing here does more than the work that it is given. */
export const traceBy = (tracer: Tracer): void => void Object.assign(state(), { tracer });

/** The trace that this work belongs to, where it belongs to one. */
export const currentTraceId = (): string | undefined => state().current.getStore()?.spanContext().traceId;

/** Begins a trace, or goes on with the one that somebody else's span is of. Whoever asks for it ends it. */
export function beginTrace({ name, ...options }: Beginning, parent?: SpanContext): Span | undefined {
  const context = parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
  return state().tracer?.startSpan(name, options, context);
}

/** Does the work under a span: what it begins by `inSpan` becomes a child. */
export const underSpan = <T>(span: Span | undefined, work: () => T): T =>
  span ? state().current.run(span, work) : work();

/** Says of a span what went wrong in it: by a name, never by a message, which may quote what was asked for. */
export function failSpan(span: Span | undefined, error: unknown): void {
  noteError(span, error);
  span?.setStatus({ code: SpanStatusCode.ERROR });
}

const noteError = (span: Span | undefined, error: unknown): void =>
  void span?.setAttribute("error.type", error instanceof Error ? error.name : "unknown");

/** Work that no request waits for, as a trace of its own. */
export const inTrace = <T>(beginning: Beginning, work: (span?: Span) => Promise<T>): Promise<T> =>
  until(beginTrace(beginning), work);

/** A part of a request or a job as a span below it; outside of both, just the work. What is no fault is noted, and no more. */
export function inSpan<T>(
  { name, ...options }: Beginning,
  work: (span?: Span) => Promise<T>,
  isFault: (error: unknown) => boolean = () => true,
): Promise<T> {
  const { tracer, current } = state();
  const parent = current.getStore();
  if (!tracer || !parent) return work();
  return until(tracer.startSpan(name, options, trace.setSpan(ROOT_CONTEXT, parent)), work, isFault);
}

async function until<T>(
  span: Span | undefined,
  work: (span?: Span) => Promise<T>,
  isFault: (error: unknown) => boolean = () => true,
): Promise<T> {
  try {
    return await underSpan(span, () => work(span));
  } catch (error) {
    (isFault(error) ? failSpan : noteError)(span, error);
    throw error;
  } finally {
    span?.end();
  }
}
