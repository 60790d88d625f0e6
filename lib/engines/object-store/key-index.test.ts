import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareUtf8, createKeyIndex } from "./key-index";
import { listPage } from "./paging";

const summary = { size: 1, etag: "e", lastModified: 0, isVisible: true, checksum: undefined };
const aKey = () =>
  fc.string({ unit: fc.constantFrom("a", "b", "/", "-", "é", "\uffee", "😀"), minLength: 1, maxLength: 8 });

function anIndex(keys: string[]) {
  const index = createKeyIndex();
  for (const key of keys) index.set(key, summary);
  return index;
}

/** What a listing should say, by looking at every key. */
function plainly(keys: string[], prefix: string, delimiter: string): string[] {
  const inside = keys.filter((key) => key.startsWith(prefix));
  const rolled = inside.map((key) => {
    const at = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    return at < 0 ? key : `${key.slice(0, at + delimiter.length)} *`;
  });
  return [...new Set(rolled)];
}

function allPages(
  index: ReturnType<typeof anIndex>,
  query: { prefix: string; delimiter: string; max: number },
): string[] {
  const found: string[] = [];
  let after: string | undefined = "";
  while (after !== undefined) {
    const page = listPage(index, { ...query, after, withHidden: false });
    found.push(...page.keys.map(({ key }) => key), ...page.prefixes.map((prefix) => `${prefix} *`));
    after = page.next;
  }
  return found;
}

describe("the order of keys", () => {
  it("is that of their UTF-8 bytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (left, right) => {
        expect(Math.sign(compareUtf8(left, right))).toBe(Buffer.compare(Buffer.from(left), Buffer.from(right)));
      }),
    );
  });

  it("is kept by an index, however keys come and go", () => {
    fc.assert(
      fc.property(fc.array(aKey()), fc.array(aKey()), (added, removed) => {
        const index = anIndex(added);
        for (const key of removed) index.delete(key);
        const left = [...new Set(added)].filter((key) => !removed.includes(key)).sort(compareUtf8);
        expect(Array.from({ length: index.size }, (_, at) => index.keyAt(at))).toEqual(left);
      }),
    );
  });
});

describe("pages", () => {
  it("together say what one look at all keys says", () => {
    const query = fc.record({
      prefix: fc.oneof(fc.constant(""), aKey()),
      delimiter: fc.constantFrom("", "/", "-"),
      max: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(aKey(), { maxLength: 30 }), query, (keys, wish) => {
        expect(allPages(anIndex(keys), wish).sort()).toEqual(plainly(keys, wish.prefix, wish.delimiter).sort());
      }),
    );
  });
});
