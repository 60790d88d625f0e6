import { beforeEach, expect, it, vi } from "vitest";

const SECRET = "for tests alone, for tests alone, for tests alone";

// The configuration is read once a module: each test has its own.
beforeEach(() => vi.resetModules());

async function cookiesUnder(authUrl: string) {
  vi.stubEnv("AUTH_SECRET", SECRET);
  vi.stubEnv("AUTH_URL", authUrl);
  const { cookieNames, cookieOptions } = await import("./cookies");
  return { names: Object.values(cookieNames()), options: cookieOptions() };
}

it("binds each cookie to its host under HTTPS, out of scripts' and other sites' reach (SECURITY 7)", async () => {
  const { names, options } = await cookiesUnder("https://drive.example.com");
  expect(names).toEqual(names.filter((name) => name.startsWith("__Host-")));
  expect(options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
});

it("keeps scripts and other sites away without HTTPS too (SECURITY 7)", async () => {
  const { names, options } = await cookiesUnder("http://localhost:3000");
  expect(names.some((name) => name.startsWith("__"))).toBe(false);
  expect(options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: false });
});
