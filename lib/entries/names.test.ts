import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName, nameFault, normalizeName, numberedName, sortKey } from "./names";

const bytes = (text: string) => Buffer.byteLength(text);
const byKey = (names: string[]) =>
  names.toSorted((a, b) => Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))));
const validName = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
  .map(normalizeName)
  .filter((name) => nameFault(name) === null);

describe("names", () => {
  it("keeps a name as typed but for spaces around it and dots at its end", () => {
    expect(normalizeName("  Cafe\u0301. . ")).toBe("Café");
  });

  it.each(["", ".", "..", "a/b", "a\\b", "a\u0000b", "a\nb", "a\u202eb", "\ud800"])(
    "refuses %j with a sentence",
    (name) => {
      expect(nameFault(normalizeName(name))).toMatch(/\.$/);
    },
  );

  it("refuses a name of more than 255 bytes and takes one of 255", () => {
    expect(nameFault("é".repeat(128))).toContain("255");
    expect(nameFault("é".repeat(127))).toBeNull();
  });

  it("sorts naturally, without regard to case and accents", () => {
    expect(byKey(["file10", "File2", "éclair", "zebra", "Echo", "file1"])).toEqual([
      "Echo",
      "éclair",
      "file1",
      "File2",
      "file10",
      "zebra",
    ]);
  });

  it("sorts a name before what begins with it", () => {
    expect(byKey(["a b", "a", "a1"])).toEqual(["a", "a b", "a1"]);
  });

  it("gives one key to names that differ in case alone, and no other", () => {
    fc.assert(
      fc.property(validName, validName, (a, b) => {
        expect(sortKey(a) === sortKey(b)).toBe(foldName(a) === foldName(b));
      }),
    );
  });

  it("folds once and for all", () => {
    fc.assert(fc.property(validName, (name) => foldName(foldName(name)) === foldName(name)));
    expect(foldName("STRASSE")).toBe(foldName("straße"));
    expect(foldName("STRAẞE")).toBe(foldName("straße"));
  });

  it("stays within what a sort key can hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 85 }), (name) => bytes(sortKey(name)) <= 1022),
    );
    expect(bytes(sortKey("1a".repeat(127)))).toBeLessThanOrEqual(1022);
  });

  it("numbers a name before its extension and within the limit", () => {
    expect(numberedName("photo.jpg", 2)).toBe("photo (2).jpg");
    expect(numberedName(".env", 1)).toBe(".env (1)");
    expect(bytes(numberedName(`${"é".repeat(125)}.txt`, 1))).toBeLessThanOrEqual(255);
  });
});
