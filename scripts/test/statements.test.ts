import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOMS = ["e2e", "lib", "scripts"];

/** The tests that name a statement of SECURITY.md, by its number. */
async function namedIn(): Promise<Record<string, string[]>> {
  const nested = await Promise.all(ROOMS.map((room) => readdir(room, { recursive: true })));
  const files = nested.flatMap((names, room) =>
    names.map((name) => join(ROOMS[room] ?? "", name).replaceAll("\\", "/")),
  );
  const named: Record<string, string[]> = {};
  for (const file of files.filter((name) => /\.(i?test|spec)\.ts$/.test(name)).toSorted()) {
    for (const [, list = ""] of (await readFile(file, "utf8")).matchAll(/SECURITY (\d+(?:(?:, | and )\d+)*)/g)) {
      for (const number of list.match(/\d+/g) ?? []) named[number] = [...(named[number] ?? []), file];
    }
  }
  return Object.fromEntries(Object.entries(named).map(([number, list]) => [number, [...new Set(list)]]));
}

async function tableIn(file: string): Promise<Record<string, string[]>> {
  const rows = (await readFile(file, "utf8")).matchAll(/^\| (\d+) +\| (.*) \|$/gm);
  return Object.fromEntries(
    [...rows].map(([, number, cell = ""]) => [number, [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "")]),
  );
}

it("names in ARCHITECTURE.md each test that shows a statement of SECURITY.md", async () => {
  expect(await tableIn("ARCHITECTURE.md")).toEqual(await namedIn());
});
