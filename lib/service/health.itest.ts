import { expect, it } from "vitest";
import { checkHealth, healthResponse, readyResponse } from "@/lib/service/health";

it("is well while both engines answer", async () => {
  expect(await checkHealth()).toMatchObject({ status: "ok", database: "ok", storage: "ok" });
});

it("answers whoever watches with 200 and an id of the request", async () => {
  const response = await healthResponse(new Request("http://localhost:3000/api/health"));
  expect(response.status).toBe(200);
  expect(response.headers.get("x-request-id")).toMatch(/^[\w-]{22}$/);
});

it("is ready while both engines answer (SECURITY 35)", async () => {
  const response = await readyResponse(new Request("http://localhost:3000/api/ready"));
  expect({ status: response.status, body: await response.json() }).toEqual({ status: 200, body: { status: "ok" } });
});
