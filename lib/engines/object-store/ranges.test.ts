import { expect, it } from "vitest";
import { parseRange } from "./ranges";

it.each([
  ["bytes=0-9", { start: 0, end: 10 }],
  ["bytes=90-", { start: 90, end: 100 }],
  ["bytes=-10", { start: 90, end: 100 }],
  ["bytes=-1000", { start: 0, end: 100 }],
  ["bytes=50-1000", { start: 50, end: 100 }],
  ["bytes=9-0", undefined],
  ["bytes=0-1,5-6", undefined],
  ["items=0-1", undefined],
  ["bytes=-", undefined],
  [undefined, undefined],
])("reads %s of 100 bytes", (header, range) => {
  expect(parseRange(header, 100)).toEqual(range);
});

it.each([
  ["bytes=100-", 100],
  ["bytes=-0", 100],
  ["bytes=0-0", 0],
])("refuses %s of %d bytes", (header, size) => {
  expect(() => parseRange(header, size)).toThrowError(expect.objectContaining({ storeCode: "InvalidRange" }));
});
