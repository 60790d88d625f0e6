import { expect, it } from "vitest";
import { judgeSizes } from "./sizes";

const filesOf = (...sizes: number[]) => sizes.map((lines, index) => ({ file: `${index}.ts`, lines }));

it("is content with small files", () => {
  expect(judgeSizes(filesOf(10, 20, 30, 40, 50, 50, 50, 50, 50, 250))).toEqual([]);
});

it("names a file that is too long", () => {
  expect(judgeSizes(filesOf(10, 251))).toEqual(["1.ts has 251 lines; no file has more than 250. Split it."]);
});

it("sees when many files grow", () => {
  expect(judgeSizes(filesOf(60, 60, 60))).toEqual(["The median file has 60 lines; it stays under 60."]);
  expect(judgeSizes(filesOf(1, 1, 1, 1, 150, 150)).at(0)).toContain("One file in ten");
});
