import { readdirSync, readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { allCalls } from "@/lib/service/calls";
import { openApiDocument } from "@/lib/service/openapi";

vi.stubEnv("AUTH_SECRET", "for tests alone, for tests alone, for tests alone");

// The program's share address is rewritten to its handler, and next-auth's own pages are no calls of ours.
const routeFiles = readdirSync("app", { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith("route.ts") && !file.includes("[..."),
);
const routes = routeFiles.flatMap((file) => {
  const folder = file.replace(/\/?route\.ts$/, "").replace(/\/open$/, "");
  const path = `/${folder.replace(/\[(\w+)\]/g, "{$1}")}`;
  const exported = readFileSync(`app/${file}`, "utf8").matchAll(/export const (GET|POST|PATCH|DELETE)\b/g);
  return [...exported].map(([, method]) => `${method?.toLowerCase()} ${path}`);
});

it("describes every call once", () => {
  const document = openApiDocument();
  const described = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  );
  expect(described.toSorted()).toEqual(allCalls.map(({ method, path }) => `${method} ${path}`).toSorted());
});

it("refuses unknown fields in a described body", () => {
  const body = openApiDocument().paths?.["/api/files/{entryId}/shares"]?.post?.requestBody;
  expect(body).toMatchObject({ content: { "application/json": { schema: { additionalProperties: false } } } });
});

it("points at nothing that it does not define", () => {
  const document = openApiDocument();
  const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]);
  expect(Object.keys(document.components?.schemas ?? {})).toEqual(expect.arrayContaining(named));
});

it("describes every route that there is, and no other", () => {
  expect(allCalls.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(routes.toSorted());
});
