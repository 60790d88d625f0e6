import { expect, it } from "vitest";
import { hasWords, wordsOf } from "./words";

it("takes a name apart at whatever is neither letter nor digit", () => {
  expect(wordsOf("Trip_to (Paris) 2024-05.jpeg")).toEqual(["05", "2024", "jpeg", "paris", "to", "trip"]);
});

it.each([
  ["ÉTÉ à la Plage", "ete"],
  ["Straße.txt", "STRASSE"],
  ["ＦＩＬＥ", "ｆｉｌｅ"],
  ["مُحَمَّد", "محمد"],
])("finds %s by %s: neither case nor accents matter", (name, wanted) => {
  expect(hasWords(name, wordsOf(wanted))).toBe(true);
});

it("wants every word, in any order, each as the beginning of one", () => {
  expect(hasWords("Annual report 2024.pdf", wordsOf("2024 rep"))).toBe(true);
  expect(hasWords("Annual report 2024.pdf", wordsOf("2024 port"))).toBe(false);
});

it("keeps at most twelve words, and no word longer than its key can hold", () => {
  expect(wordsOf("a b c d e f g h i j k l m n")).toHaveLength(12);
  expect(new TextEncoder().encode(wordsOf("界".repeat(85))[0]).length).toBeLessThanOrEqual(200);
});
