import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { processWide } from "@/lib/process-wide";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * What this copy measures of itself, since it started. Labels take their values from lists that the code has an end of:
 * routes, methods, SDK commands, kinds of job; never an id, a name or an address.
 */
export const metrics = () => processWide("metrics", makeMetrics);

function makeMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: "http_request_duration_seconds",
      help: "Requests, from their first byte to the end of the answer",
      labelNames: ["route", "method", "status"] as const,
      buckets: SECONDS,
      registers,
    }),
    inFlight: new Gauge({ name: "http_requests_in_flight", help: "Requests being answered", registers }),
    awsCalls: new Histogram({
      name: "aws_call_duration_seconds",
      help: "Calls of database and store, all tries of one together",
      labelNames: ["service", "action"] as const,
      buckets: SECONDS,
      registers,
    }),
    awsFailures: new Counter({
      name: "aws_call_failures_total",
      help: "Calls that ended with an error; a ConditionalCheckFailedException is an answer of the database rather than a fault",
      labelNames: ["service", "action", "error"] as const,
      registers,
    }),
    jobs: new Histogram({
      name: "job_duration_seconds",
      help: "Jobs that this copy took, by how they ended: done, failed, or handed_over when it was stopped",
      labelNames: ["kind", "outcome"] as const,
      buckets: [0.1, 1, 10, 60, 600],
      registers,
    }),
    hashQueue: new Gauge({
      name: "password_hash_queue_length",
      help: "Password hashes that wait for a worker",
      registers,
    }),
  };
}
