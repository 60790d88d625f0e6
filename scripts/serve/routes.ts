import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { allCalls } from "@/lib/service/calls";

/** A path that the app answers, ids left open: `/api/files/{entryId}`. */
export type Route = { path: string; pattern: RegExp };

// Names that older clients know; next.config.mjs leads them to the calls.
const ALIASES = [
  { method: "post", path: "/upload" },
  { method: "post", path: "/api/files/upload" },
  { method: "get", path: "/files" },
];

/** Every call of the contract by its path, the names of older clients included. */
export const callRoutes = [...ALIASES, ...allCalls].map(({ method, path }) => ({
  method,
  path,
  pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`),
}));

const Manifest = z.object({
  staticRoutes: z.array(z.object({ page: z.string(), regex: z.string() })),
  dynamicRoutes: z.array(z.object({ page: z.string(), regex: z.string() })),
});

/** The pages of a build. While developing there is no build, and no such list. */
export async function readPages(distDir: string): Promise<Route[]> {
  const text = await readFile(join(distDir, "routes-manifest.json"), "utf8").catch(() => null);
  if (text === null) return [];
  const { staticRoutes, dynamicRoutes } = Manifest.parse(JSON.parse(text));
  return [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    path: page.replace(/\[\[?(\.\.\.)?(\w+)\]?\]/g, "{$2}"),
    pattern: new RegExp(regex),
  }));
}

const FILES = "/_next";

/** The route of a path, for logs and measures: never an id, and never more names than there are routes. */
export function routeOf(path: string, pages: Route[]): string {
  if (path.startsWith(`${FILES}/`)) return FILES;
  const routes = [...callRoutes, ...pages];
  const found = routes.find((route) => route.path === path) ?? routes.find(({ pattern }) => pattern.test(path));
  return found?.path ?? "other";
}
