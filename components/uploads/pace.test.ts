import { expect, it } from "vitest";
import { addSample, paceOf, type Sample } from "./pace";

const seen = (...pairs: [at: number, bytes: number][]): Sample[] =>
  pairs.reduce<Sample[]>((samples, [at, bytes]) => addSample(samples, { at, bytes }), []);

it("measures bytes a second", () => {
  expect(paceOf(seen([0, 0], [1000, 500], [2000, 3000]))).toBe(1500);
});

it("says nothing before it has seen a second", () => {
  expect(paceOf([])).toBeNull();
  expect(paceOf(seen([0, 0], [900, 500]))).toBeNull();
});

it("forgets what is long ago", () => {
  expect(paceOf(seen([0, 0], [1000, 9_000_000], [8500, 9_007_500], [9600, 9_008_600]))).toBe(1000);
});

it("begins again when a try began again", () => {
  expect(seen([0, 0], [1000, 500], [2000, 100])).toEqual([{ at: 2000, bytes: 100 }]);
});

it("counts what comes close together once", () => {
  expect(seen([0, 0], [10, 100], [20, 200])).toEqual([{ at: 0, bytes: 0 }]);
});
