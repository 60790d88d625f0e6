import type { Locale, Text, TextKey, Texts } from "@/lib/i18n/schema";

export type Params = Record<string, string | number>;

/** Says a text by its name; `{name}` in it is replaced by the parameter of that name, and `count` chooses the plural. */
export type Translate = (key: TextKey, params?: Params) => string;

const plurals = new Map<Locale, Intl.PluralRules>();

/** What speaks one language, from the sections that were handed to it. A text that is not among them shows as its name. */
export const translator =
  (locale: Locale, texts: Texts): Translate =>
  (key, params = {}) => {
    const text = findText(texts, key);
    return text === undefined ? key : fill(formOf(text, locale, params), params);
  };

/** The parts of a text around its `{name}`s: for a text that holds elements. */
export const partsOf = (text: string): string[] => text.split(/(\{\w+\})/).filter((part) => part !== "");

function findText(texts: Texts, key: TextKey): Text | undefined {
  const [section, name = ""] = key.split(".");
  const found: Record<string, Text> | undefined = Object.entries(texts).find(([each]) => each === section)?.[1];
  return found?.[name];
}

function formOf(text: Text, locale: Locale, { count }: Params): string {
  if (typeof text === "string") return text;
  const rules = plurals.get(locale) ?? new Intl.PluralRules(locale);
  plurals.set(locale, rules);
  return text[rules.select(Number(count))] ?? text.other ?? "";
}

const fill = (text: string, params: Params): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
