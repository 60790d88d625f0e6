import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join, sep } from "node:path";

const PREVIEW_KEYS: [name: string, bytes: number][] = [
  ["previewModeId", 16],
  ["previewModeSigningKey", 32],
  ["previewModeEncryptionKey", 32],
];

/**
 * Takes out of a copied build what is of the clone and not of the sources: its path, and the keys that Next drew for previews.
 * The server changes to its own folder before it reads the paths.
 */
export async function settle(dist: string, root: string): Promise<void> {
  const buildId = await readFile(join(dist, "BUILD_ID"), "utf8");
  const keys = new Map(PREVIEW_KEYS.map(([name, bytes]) => [name, keyOf(name, buildId).slice(0, 2 * bytes)]));
  await rewrite(join(dist, "required-server-files.json"), (_, value) => withoutRoot(value, root));
  for (const file of ["prerender-manifest.json", join("server", "preview-props.json")])
    await rewrite(join(dist, file), (name, value) => keys.get(name) ?? value);
}

// No page has a preview, and the transport drops the one header that asks for the first of them: they guard nothing.
const keyOf = (name: string, buildId: string): string =>
  createHash("sha256").update(`${name}:${buildId}`).digest("hex");

const withoutRoot = (value: unknown, root: string): unknown =>
  typeof value === "string" && (value === root || value.startsWith(root + sep))
    ? `.${value.slice(root.length).replace(/[\\/]$/, "")}`
    : value;

async function rewrite(file: string, change: (name: string, value: unknown) => unknown): Promise<void> {
  await writeFile(file, JSON.stringify(JSON.parse(await readFile(file, "utf8"), change)));
}
