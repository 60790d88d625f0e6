import { afterAll, beforeAll, expect, it } from "vitest";
import { submitForm } from "@/e2e/support/browser";
import { type Drive, startDrive } from "@/e2e/support/drive";
import { aPerson, PASSWORD, type Person } from "@/e2e/support/http-client";
import { rawRequest } from "@/e2e/support/raw-request";

// As behind a proxy that ends TLS: the app is reached by this name, and believes the proxy about its clients.
const NAME = "https://drive.example";
const BROWSER = { origin: NAME, "x-forwarded-host": "drive.example", "x-forwarded-proto": "https" };
let drive: Drive;
let ada: Person;
beforeAll(async () => {
  drive = await startDrive({ AUTH_URL: NAME, TRUST_PROXY: "1", BCRYPT_COST: "12", RATE_LIMIT_SCALE: "1" });
  ada = await aPerson(drive.url);
});
afterAll(() => drive.stop());

it("tells browsers to come by HTTPS alone (SECURITY 24)", async () => {
  const { headers } = await rawRequest(drive.url, { path: "/login", headers: { accept: "text/html" } });
  expect(headers["strict-transport-security"]).toMatch(/max-age=\d{8}/);
});

it("binds the session's cookie to this host and to HTTPS (SECURITY 7)", async () => {
  const fields = { email: ada.email, password: PASSWORD };
  const answer = await submitForm(`${drive.url}/login`, { fields, headers: BROWSER });
  const session = answer.headers.getSetCookie().find((line) => line.includes("session-token"));
  expect(session).toMatch(/^__Host-authjs\.session-token=[^;]+; /);
  expect(session).toMatch(/; Path=\/(;|$)/);
  expect(session).toMatch(/; Secure/);
  expect(session).toMatch(/; HttpOnly/);
  expect(session).toMatch(/; SameSite=lax/i);
  expect(session).not.toMatch(/; Domain=/i);
});

it("builds links from its own name, whatever the proxy was asked for (SECURITY 15)", async () => {
  const { id } = (await ada.call("POST", "/api/folders", { parentId: "root", name: "shared" })).body;
  const claims = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" };
  const { body } = await ada.call("POST", `/api/files/${id}/shares`, {}, claims);
  expect(body.url).toBe(`${NAME}/s/${body.id}`);
});

it("counts tries by the address that the proxy tells, not by one that its client claims (SECURITY 15, 16)", async () => {
  const register = (forwarded: string) =>
    rawRequest(drive.url, {
      method: "POST",
      path: "/api/auth/register",
      headers: { "content-type": "application/json", "x-forwarded-for": forwarded },
      body: JSON.stringify({ email: ada.email, password: PASSWORD }),
    });
  const claimed = Array.from({ length: 41 }, (_, index) => `198.51.100.${index}, 203.0.113.7`);
  const answers = await Promise.all(claimed.map(register));
  expect(answers.map(({ status }) => status)).toContain(429);
  expect((await register("203.0.113.8")).status).toBe(409);
});
