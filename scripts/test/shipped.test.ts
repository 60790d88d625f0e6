import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { z } from "zod";

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});

async function versions(): Promise<Record<string, string>> {
  const { dependencies, devDependencies } = Manifest.parse(JSON.parse(await readFile("package.json", "utf8")));
  return { ...dependencies, ...devDependencies };
}

const numbersOf = (version = ""): number[] => version.split(/[.-]/).map(Number).filter(Number.isFinite);

/** Whether a version is at least another, compared number by number: enough for releases and for numbered betas of one kind. */
function isAtLeast(version: string | undefined, least: string): boolean {
  const [is, wanted] = [numbersOf(version), numbersOf(least)];
  const at = wanted.findIndex((number, index) => number !== (is[index] ?? 0));
  return at === -1 || (is[at] ?? 0) > (wanted[at] ?? 0);
}

it("pins each package to one version (SECURITY 38)", async () => {
  const loose = Object.entries(await versions()).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
});

it.each([
  ["next", "16.4.6"],
  ["react", "19.3.1"],
  ["react-dom", "19.3.1"],
  ["next-auth", "5.0.0-beta.32"],
  ["file-type", "21.3.2"],
])("ships %s without its known holes: %s or later (SECURITY 38)", async (name, least) => {
  const version = (await versions())[name];
  expect(`${version} ${isAtLeast(version, least)}`).toBe(`${version} true`);
});
