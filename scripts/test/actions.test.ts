import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";

// scripts/start/build.ts counts on it: the key that would encrypt what such an action closes over is no secret.
it("no action is defined inside of a component, where it would close over values of the server", async () => {
  const rooms = ["app", "components", "lib"];
  const nested = await Promise.all(rooms.map((room) => readdir(room, { recursive: true })));
  const files = nested.flatMap((names, index) => names.map((name) => join(rooms[index] ?? "", name)));
  const sources = files.filter((file) => /\.tsx?$/.test(file));
  const texts = await Promise.all(sources.map(async (file) => ({ file, text: await readFile(file, "utf8") })));
  expect(texts.filter(({ text }) => /^[ \t]+["']use server["']/m.test(text)).map(({ file }) => file)).toEqual([]);
});
