import { expect, it, vi } from "vitest";
import { healthResponse, readyResponse } from "@/lib/service/health";

// Nothing listens there. The configuration is read once a file, at its first use.
vi.stubEnv("S3_ENDPOINT", "http://127.0.0.1:9");

it("tells the part that is out of reach from the one that answers", async () => {
  const response = await healthResponse(new Request("http://localhost:3000/api/health"));
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("5");
  expect(await response.json()).toMatchObject({ status: "unavailable", database: "ok", storage: "unavailable" });
});

it("is not ready while an engine is out of reach (SECURITY 35)", async () => {
  const response = await readyResponse(new Request("http://localhost:3000/api/ready"));
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("5");
  expect(await response.json()).toEqual({ status: "unavailable" });
});
