import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readPages, routeOf } from "./routes";

const pages = [{ path: "/drive/{folderId}", pattern: /^\/drive\/([^/]+?)(?:\/)?$/ }];

it.each([
  ["/api/files/batch", "/api/files/batch"],
  ["/api/files/M00jciUsaFfM617cBAE2Jw", "/api/files/{entryId}"],
  ["/s/M00jciUsaFfM617cBAE2Jw", "/s/{shareId}"],
  ["/drive/M00jciUsaFfM617cBAE2Jw", "/drive/{folderId}"],
  ["/_next/static/chunks/abc.js", "/_next"],
  ["/wp-admin/setup.php", "other"],
])("%s is told as %s (SECURITY 32)", (path, route) => {
  expect(routeOf(path, pages)).toBe(route);
});

it("reads the pages of a build, and finds none where there is no build", async () => {
  const dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
  expect(await readPages(dir)).toEqual([]);
  const dynamicRoutes = [{ page: "/api/auth/[...nextauth]", regex: "^/api/auth/(.+?)(?:/)?$" }];
  const manifest = { staticRoutes: [{ page: "/login", regex: "^/login(?:/)?$" }], dynamicRoutes };
  await writeFile(join(dir, "routes-manifest.json"), JSON.stringify(manifest));
  const read = await readPages(dir);
  expect(read.map(({ path }) => path)).toEqual(["/login", "/api/auth/{nextauth}"]);
  expect(routeOf("/api/auth/callback/google", read)).toBe("/api/auth/{nextauth}");
  await rm(dir, { recursive: true });
});
