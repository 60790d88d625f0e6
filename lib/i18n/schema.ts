import type en from "@/lib/i18n/en.json";

/** The languages that people can choose. Another one is its catalogue beside `en.json` and its line in here and in `catalogue.ts`. */
export const LOCALES = {
  en: { label: "English", dir: "ltr", tag: "en" },
  // Latin digits: what a server and a browser of other ages write is the same.
  ar: { label: "العربية", dir: "rtl", tag: "ar-u-nu-latn" },
} as const;

export type Locale = keyof typeof LOCALES;

/** The cookie that keeps a choice; without it, what the browser asks for decides. */
export const LOCALE_COOKIE = "locale";

const isLocale = (value: string | undefined): value is Locale => value !== undefined && Object.hasOwn(LOCALES, value);

/** One text: as it stands, or its forms by the number that it speaks of (CLDR's plural categories). */
export type Text = string | Partial<Record<Intl.LDMLPluralRule, string>>;

/** The English catalogue is the shape of all. Its `sentences` are what the server says in English, as it says it. */
export type Section = Exclude<keyof typeof en, "sentences">;

/** Every text's name: `section.key`. */
export type TextKey = { [S in Section]: `${S}.${keyof (typeof en)[S] & string}` }[Section];

export type Texts = Partial<Record<Section, Record<string, Text>>>;

/** A language and the way that its viewer writes numbers and days: `en` with `en-GB`, say. */
export type Viewing = { locale: Locale; tag: string };

/** What a viewer reads: what was chosen, else the first language asked for that we have, else English. */
export function viewingOf(chosen: string | undefined, acceptLanguage: string | null): Viewing {
  const asked = (acceptLanguage ?? "").split(",").map((part) => part.split(";")[0]?.trim() ?? "");
  const primary = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? "";
  const locale = isLocale(chosen) ? chosen : (asked.map(primary).find(isLocale) ?? "en");
  const regional = locale === "en" ? asked.find((tag) => primary(tag) === locale && isTag(tag)) : undefined;
  return { locale, tag: regional ?? LOCALES[locale].tag };
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
