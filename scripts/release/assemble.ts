import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { settle } from "./settle";

const require = createRequire(import.meta.url);

// What no module imports: the worker that hashes passwords loads it by its name.
const LOADED_BY_NAME = ["bcryptjs"];

// Next can build and develop as well, which a release never does; pictures are not decoded here (SECURITY 20).
const NEVER_RUN = [
  "**/next/dist/compiled/{webpack,babel,babel-packages,babel-code-frame,terser,@vercel,postcss*,next-server}/**",
  "**/next/dist/docs/**",
  "**/node_modules/{sharp,@img,@babel,caniuse-lite,baseline-browser-mapping,babel-plugin-react-compiler}/**",
];

const distDir = (): string => process.env.NEXT_DIST_DIR || ".next";

/** Puts what runs into an empty folder: Next's standalone output, what browsers fetch, and our own two programs. */
export async function assemble(folder: string): Promise<void> {
  const root = process.cwd();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await copyStandalone(folder);
  await settle(join(folder, distDir()), root);
  await cp(join(distDir(), "static"), join(folder, distDir(), "static"), { recursive: true });
  await cp("public", join(folder, "public"), { recursive: true });
  const programs = await bundle(join(distDir(), "programs"));
  for (const program of programs) await cp(program, join(folder, program.slice(program.lastIndexOf("/") + 1)));
  const packages = LOADED_BY_NAME.map((name) => join("node_modules", name));
  const files = (await filesOf(programs, root)).filter((file) => file.startsWith("node_modules/"));
  for (const path of [...packages, ...files])
    await cp(path, join(folder, path), { recursive: true, dereference: true });
}

// Its own server.js goes: ours stands in its place. Links stay as Next wrote them, relative: else they would lead back here.
async function copyStandalone(folder: string): Promise<void> {
  const from = join(distDir(), "standalone");
  for (const name of await readdir(from)) {
    if (name !== "server.js")
      await cp(join(from, name), join(folder, name), { recursive: true, verbatimSymlinks: true });
  }
}

/** Our programs as one file each; packages stay packages. */
async function bundle(outdir: string): Promise<string[]> {
  await build({
    entryPoints: { start: "scripts/release/start.ts", provision: "scripts/provision.ts" },
    outExtension: { ".js": ".mjs" },
    ...{ bundle: true, outdir, platform: "node", format: "esm", target: "node20", packages: "external" },
    logLevel: "warning",
  });
  return ["start.mjs", "provision.mjs"].map((name) => join(outdir, name));
}

/** Every file that these load, by the tracer that Next itself uses. */
async function filesOf(entries: string[], root: string): Promise<string[]> {
  const { nodeFileTrace } = require("next/dist/compiled/@vercel/nft");
  const { fileList } = await nodeFileTrace(entries, { base: root, ignore: NEVER_RUN });
  return [...fileList];
}
