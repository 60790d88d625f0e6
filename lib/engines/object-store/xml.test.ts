import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { childrenOf, document, element, parseXml, textOf } from "./xml";

describe("XML", () => {
  it("gives back any text that was put into it", () => {
    const text = fc.string({ unit: "grapheme" }).filter((each) => !/[\r\u0085\u2028]/.test(each));
    fc.assert(
      fc.property(text, (key) => {
        expect(textOf(parseXml(document("Delete", element("Key", key)), "Delete"), "Key") ?? "").toBe(key);
      }),
    );
  });

  it("keeps white space and reads references", () => {
    const root = parseXml("<A><B> x </B><B>&#x41;&amp;&#10;</B></A>", "A");
    expect(childrenOf(root, "B").map((each) => each["#text"])).toEqual([" x ", "A&\n"]);
  });

  it.each(["", "<A>", "<B/>", "<!DOCTYPE A [<!ENTITY x 'y'>]><A>&x;</A>", "not xml"])("refuses %j", (source) => {
    expect(() => parseXml(source, "A")).toThrowError(expect.objectContaining({ storeCode: "MalformedXML" }));
  });
});
