import { expect, it } from "vitest";
import { allCalls, openApiDocument } from "@/lib/service/openapi";

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
