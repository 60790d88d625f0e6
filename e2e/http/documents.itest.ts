import { expect, inject, it } from "vitest";

const base = inject("baseUrl");

it("describes itself and where its contract is", async () => {
  const answer = await fetch(`${base}/api`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ name: "Smart Drive", docs: expect.stringContaining("/api/docs") });
});

it("sends each document its own nonce, and nothing that may be kept (SECURITY 24, 25)", async () => {
  const nonces = await Promise.all(["/", "/login", "/register", "/api/docs", "/s/unknown", "/nowhere"].map(nonceOf));
  expect(new Set(nonces).size).toBe(nonces.length);
});

async function nonceOf(path: string): Promise<string> {
  const answer = await fetch(base + path, { headers: { accept: "text/html" } });
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy, path).toMatch(/script-src 'self' 'nonce-[^']+'/);
  expect(policy, path).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  expect(answer.headers.get("x-content-type-options"), path).toBe("nosniff");
  expect(answer.headers.get("cache-control"), path).toContain("no-store");
  expect(answer.headers.has("x-powered-by"), path).toBe(false);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  const scripts = [...(await answer.text()).matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
  expect(
    scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
    path,
  ).toEqual([]);
  return nonce;
}
