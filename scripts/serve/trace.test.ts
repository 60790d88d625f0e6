import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { parseTrust } from "./client-address";
import { parentOf } from "./trace";

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const SPAN = "b7ad6b7169203331";

function aRequest(traceparent: string | undefined): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: "::ffff:10.0.0.7" });
  const request = new IncomingMessage(socket);
  if (traceparent !== undefined) request.headers.traceparent = traceparent;
  return request;
}

it.each([
  ["sampled", "01", 1],
  ["not sampled", "00", 0],
  ["sampled, with a flag that is not known", "03", 1],
])("goes on with the trace that a trusted proxy names: %s", (_, flags, traceFlags) => {
  const expected = { traceId: TRACE, spanId: SPAN, traceFlags, isRemote: true };
  const request = aRequest(`00-${TRACE}-${SPAN}-${flags}`);
  expect(parentOf(request, parseTrust("1"))).toEqual(expected);
  expect(parentOf(request, parseTrust("10.0.0.0/8"))).toEqual(expected);
});

it.each(["0", "192.0.2.0/24"])("takes nobody's word for it where TRUST_PROXY is %s (SECURITY 15)", (trust) => {
  expect(parentOf(aRequest(`00-${TRACE}-${SPAN}-01`), parseTrust(trust))).toBeUndefined();
});

it.each([
  undefined,
  "",
  "00",
  `00-${TRACE}-${SPAN}`,
  `00-${"0".repeat(32)}-${SPAN}-01`,
  `00-${TRACE}-${"0".repeat(16)}-01`,
  `00-${TRACE.toUpperCase()}-${SPAN}-01`,
  `00-${TRACE}-${SPAN}-01\r\nx: y`,
  `ff-${TRACE}-${SPAN}-01`,
])("begins a trace of its own for %j", (traceparent) => {
  expect(parentOf(aRequest(traceparent), parseTrust("1"))).toBeUndefined();
});
