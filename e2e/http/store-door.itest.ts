import { beforeAll, expect, inject, it } from "vitest";
import { aFileOf, aPerson, type Person } from "@/e2e/support/http-client";

const base = inject("baseUrl");

let ada: Person;
let signed: URL;
beforeAll(async () => {
  ada = await aPerson(base);
  const { id } = await aFileOf(ada, "a.txt", "content");
  const { headers } = await ada.call("GET", `/api/files/${id}/content`);
  signed = new URL(headers.get("location") ?? "");
});

it("gives nobody an object, a list or a bucket's settings without a signature (SECURITY 22)", async () => {
  const [, bucket = ""] = signed.pathname.split("/");
  const paths = [
    ...[`/${bucket}`, `/${bucket}/`, `/${bucket}?list-type=2`, `/${bucket}?uploads`, `/${bucket}?versions`],
    ...[`/${bucket}?cors`, `/${bucket}?policy`, `/${bucket}?acl`, signed.pathname, `${signed.pathname}?acl`],
  ];
  const answers = await Promise.all(paths.map((path) => fetch(signed.origin + path)));
  expect(answers.filter(({ status }) => status < 400).map(({ url }) => url)).toEqual([]);
  const told = (await Promise.all(answers.map((answer) => answer.text()))).join();
  expect(told).not.toContain("<Contents>");
  // Ceph tells anybody that nobody has no buckets.
  expect(await (await fetch(signed.origin)).text()).not.toContain("<Bucket>");
  expect(told).not.toContain("content</");
});

it("takes nothing without a signature (SECURITY 22)", async () => {
  const url = signed.origin + signed.pathname;
  const writes = [
    fetch(url, { method: "PUT", body: "mine" }),
    fetch(`${url}x`, { method: "PUT", body: "mine" }),
    fetch(url, { method: "DELETE" }),
    fetch(`${url}?uploads`, { method: "POST" }),
  ];
  expect((await Promise.all(writes)).map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  expect(await (await fetch(signed)).text()).toBe("content");
});

it("lets our own pages in, and shows them the ETag (SECURITY 22)", async () => {
  const asked = {
    origin: base,
    "access-control-request-method": "PUT",
    "access-control-request-headers": "content-type",
  };
  const preflight = await fetch(signed, { method: "OPTIONS", headers: asked });
  expect(preflight.status).toBe(200);
  expect(preflight.headers.get("access-control-allow-origin")).toBe(base);
  const answer = await fetch(signed, { headers: { origin: base } });
  expect(answer.headers.get("access-control-allow-origin")).toBe(base);
  expect(answer.headers.get("access-control-expose-headers")?.toLowerCase()).toContain("etag");
});

it.each(["https://evil.example", "null", `${base}.evil.example`, base.replace("http:", "https:")])(
  "lets no page of %s in (SECURITY 22)",
  async (origin) => {
    const asked = { origin, "access-control-request-method": "PUT" };
    const preflight = await fetch(signed, { method: "OPTIONS", headers: asked });
    expect(preflight.status).toBe(403);
    const answer = await fetch(signed, { headers: { origin } });
    expect([preflight, answer].map(({ headers }) => headers.get("access-control-allow-origin"))).toEqual([null, null]);
  },
);

it("the app itself lets no other page read its answers (SECURITY 14, 22)", async () => {
  const headers = { origin: "https://evil.example", "access-control-request-method": "GET" };
  const answers = await Promise.all(
    ["GET", "OPTIONS"].map((method) =>
      fetch(`${base}/api/files`, { method, headers: { ...headers, authorization: ada.authorization } }),
    ),
  );
  expect(answers.map(({ headers: own }) => own.get("access-control-allow-origin"))).toEqual([null, null]);
});
