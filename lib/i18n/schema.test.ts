import { expect, it } from "vitest";
import { translator } from "@/lib/i18n/client-translate";
import { viewingOf } from "@/lib/i18n/schema";

it.each([
  [undefined, null, "en", "en"],
  [undefined, "en-GB,en;q=0.9", "en", "en-GB"],
  [undefined, "de-DE,ar-EG;q=0.8,en;q=0.5", "ar", "ar-u-nu-latn"],
  ["ar", "en-GB", "ar", "ar-u-nu-latn"],
  ["en", "ar", "en", "en"],
  ["tlh", "de", "en", "en"],
  ["__proto__", "en-,,;;", "en", "en"],
])("reads %s and %s as %s in the way of %s", (chosen, asked, locale, tag) => {
  expect(viewingOf(chosen, asked)).toEqual({ locale, tag });
});

it("chooses the plural by the count, and puts in what it was given", () => {
  const texts = { entries: { selected: { one: "{count} selected", other: "{count} of {total} selected" } } };
  const t = translator("en", texts);
  // The real catalogue's keys are typed; this one is the test's own.
  const say: (key: never, params: Record<string, number>) => string = t;
  expect([1, 3].map((count) => Reflect.apply(say, null, ["entries.selected", { count, total: 9 }]))).toEqual([
    "1 selected",
    "3 of 9 selected",
  ]);
});
