import ar from "@/lib/i18n/ar.json";
import en from "@/lib/i18n/en.json";
import type { Locale, Section, Text, Texts } from "@/lib/i18n/schema";

type Catalogue = Record<Section, Record<string, Text>> & { sentences: Record<string, string> };

/** Every catalogue, whole: for the server. A browser gets the sections that its pages speak from. */
export const CATALOGUES: Record<Locale, Catalogue> = { en, ar };

/** Some sections of a catalogue. */
export const sectionsOf = (locale: Locale, sections: readonly Section[]): Texts =>
  Object.fromEntries(sections.map((section) => [section, CATALOGUES[locale][section]]));

/**
 * What the server says, in another language: its sentences are English, and those without a translation stay so. One that
 * begins with the field it is about ("name: …") is said after the same field.
 */
export function said(locale: Locale, sentence: string): string {
  const { sentences } = CATALOGUES[locale];
  const [, field = "", rest = sentence] = /^([\w.]+: )(.+)$/.exec(sentence) ?? [];
  return sentences[sentence] ?? field + (sentences[rest] ?? rest);
}
