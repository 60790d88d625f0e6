import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { type Span, SpanKind } from "@opentelemetry/api";
import { inSpan } from "@/lib/trace";

type Context = { commandName?: string };
type Answer = { output: { $metadata: { attempts?: number } } };

/** A middleware of a client that makes each of its calls a span: `DynamoDB.GetItem`, never of which item. */
export const traced =
  (service: "DynamoDB" | "S3") =>
  <A, R extends Answer>(next: (args: A) => Promise<R>, { commandName = "" }: Context) =>
  (args: A): Promise<R> => {
    const method = commandName.replace(/Command$/, "");
    const attributes = { "rpc.system": "aws-api", "rpc.service": service, "rpc.method": method };
    const call = { name: `${service}.${method}`, kind: SpanKind.CLIENT, attributes };
    return inSpan(
      call,
      async (span) => {
        const result = await next(args);
        if (span) noteRetries(span, result);
        return result;
      },
      isFault,
    );
  };

/** Where that middleware stands: it is added first, and so is around everything else, our own patience included. */
export const tracing = { step: "initialize", name: "traced", priority: "high" } as const;

function noteRetries(span: Span, { output }: Answer): void {
  const { attempts = 1 } = output.$metadata;
  if (attempts > 1) span.setAttribute("http.request.resend_count", attempts - 1);
}

// What an engine says by an error although nothing is wrong with it.
const ANSWERS = new Set(["ConditionalCheckFailedException", "NoSuchKey", "NoSuchUpload", "NotFound"]);

const isFault = (error: unknown): boolean => !(error instanceof Error && (ANSWERS.has(error.name) || isRefused(error)));

const isRefused = (error: Error): boolean =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).some(({ Code }) => Code === "ConditionalCheckFailed");
