import { expect, it, vi } from "vitest";
import { createLog, describeError } from "./log";

vi.stubEnv("AUTH_SECRET", "for tests alone, for tests alone, for tests alone");
vi.stubEnv("LOG_LEVEL", "info");

/** What one event looks like on the way out. */
function written(event: object): string {
  const lines: string[] = [];
  createLog({ write: (line) => void lines.push(line) }).info(event);
  return lines.join("");
}

const presigned = "http://store/bucket/key?X-Amz-Algorithm=AWS4&X-Amz-Credential=AKIA%2F2026&X-Amz-Signature=cafe0123";
const token = "sd_M00jciUsaFfM617cBAE2Jw.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";
const jwt = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2In0..DpdZhr2D3L3w9TSl.3I0fOsZHZfdZg4Ha.GabUMDceaWDR";

it("writes one line of JSON with time and level, whatever an event holds (SECURITY 32)", () => {
  const out = written({
    event: "request",
    name: 'a\nb\r\u2028{"event":"forged"}',
    error: describeError(new Error("x\ny")),
  });
  expect(out.match(/[\n\r]/g)).toEqual(["\n"]);
  expect(JSON.parse(out)).toMatchObject({ level: "info", event: "request", time: expect.stringMatching(/Z$/) });
});

it.each([
  "password",
  "newPassword",
  "token",
  "accessToken",
  "cookie",
  "set-cookie",
  "authorization",
  "AUTH_SECRET",
  "otp",
])("writes no %s, however deep (SECURITY 32)", (name) => {
  expect(written({ [name]: "hunter2", user: { [name]: "hunter2", list: [{ [name]: ["hunter2"] }] } })).not.toContain(
    "hunter2",
  );
});

it.each([
  ["a presigned URL", `GET ${presigned} failed`, "cafe0123"],
  ["a presigned URL's credential", presigned, "AKIA"],
  ["a bearer token", `authorization: Bearer ${token}`, token.split(".")[1] ?? ""],
  ["a token by itself", `unknown ${token}`, token.split(".")[1] ?? ""],
  ["Basic credentials", "authorization: Basic Z3Vlc3Q6c2VzYW1l", "Z3Vlc3Q6c2VzYW1l"],
  ["a session's cookie", `cookie: authjs.session-token=${jwt}; a=b`, "3I0fOsZHZfdZg4Ha"],
  ["a session's token", `could not read ${jwt}`, "3I0fOsZHZfdZg4Ha"],
  ["a link's cookie", "cookie: share=c2lnbmVkLXByb29m", "c2lnbmVkLXByb29m"],
  ["a whole share id", "GET /s/M00jciUsaFfM617cBAE2Jw/download", "M00jciUsaFf"],
  ["a share's key", "SHARE#M00jciUsaFfM617cBAE2Jw", "M00jciUsaFf"],
])("writes no %s inside of a text, a message, a stack or a cause (SECURITY 32)", (_, text, secret) => {
  const error = describeError(new Error(text, { cause: new Error(text) }));
  const out = written({ event: "error", text, list: [text], error, raw: new Error(text) });
  expect(out).not.toContain(secret);
  expect(JSON.parse(out).event).toBe("error");
});

it("leaves alone what tells no secret", () => {
  const event = { event: "request", requestId: "M00jciUsaFfM617cBAE2Jw", route: "/s/{shareId}", status: 200, ms: 3 };
  expect(JSON.parse(written(event))).toMatchObject(event);
});

it("comes to an end with what goes round in a circle", () => {
  const circular: Record<string, unknown> = { event: "circle" };
  circular.self = circular;
  const error = new Error("round");
  error.cause = error;
  expect(JSON.parse(written({ circular, error, described: describeError(error) }))).toHaveProperty("described.cause");
});
