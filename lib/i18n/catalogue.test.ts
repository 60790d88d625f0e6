import { expect, it } from "vitest";
import { ERROR_SENTENCES } from "@/lib/errors";
import { CATALOGUES } from "@/lib/i18n/catalogue";
import type { Text } from "@/lib/i18n/schema";

const { en, ...others } = CATALOGUES;
const translations = Object.entries(others);
const formsOf = (text: Text | undefined): string[] => (typeof text === "string" ? [text] : Object.values(text ?? {}));
const textsOf = ({ sentences: _, ...sections }: Record<string, Record<string, Text>>) =>
  Object.entries(sections).flatMap(([section, texts]) =>
    Object.entries(texts).map(([key, text]) => ({ key: `${section}.${key}`, text })),
  );
const placesIn = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

it.each(translations)("the catalogue %s has every text of the English one, and no other", (_, catalogue) => {
  const keys = (each: typeof en) =>
    textsOf(each)
      .map(({ key }) => key)
      .sort();
  expect(keys(catalogue)).toEqual(keys(en));
});

it.each(Object.entries(CATALOGUES))("the catalogue %s has the plurals that its language has", (locale, catalogue) => {
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
  const plurals = textsOf(catalogue).filter(({ text }) => typeof text !== "string");
  const wrong = plurals.filter(({ text }) => Object.keys(text).toSorted().join() !== categories.join());
  expect(wrong.map(({ key }) => key)).toEqual([]);
});

it.each(translations)("the catalogue %s puts in what the English one puts in", (_, catalogue) => {
  const english = new Map(textsOf(en).map(({ key, text }) => [key, placesIn(formsOf(text).at(-1) ?? "")]));
  // A form for exactly one or two things may leave the number out.
  const other = (text: Text) => (typeof text === "string" ? text : (text.other ?? ""));
  const wrong = textsOf(catalogue).filter(({ key, text }) => placesIn(other(text)).join() !== english.get(key)?.join());
  expect(wrong.map(({ key }) => key)).toEqual([]);
});

it.each(translations)("the catalogue %s says every sentence of the errors", (_, { sentences }) => {
  expect(ERROR_SENTENCES.filter((sentence) => !sentences[sentence])).toEqual([]);
});
