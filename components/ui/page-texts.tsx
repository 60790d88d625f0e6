import { sectionsOf } from "@/lib/i18n/catalogue";
import type { Section } from "@/lib/i18n/schema";
import { viewing } from "@/lib/i18n/server";
import { TextsProvider } from "./texts";

/** Hands sections of the catalogue to the client components of a page; the server's own take theirs from `texts()`. */
export async function PageTexts({ sections, children }: { sections: readonly Section[]; children: React.ReactNode }) {
  const { locale, tag } = await viewing();
  return (
    <TextsProvider locale={locale} tag={tag} texts={sectionsOf(locale, sections)}>
      {children}
    </TextsProvider>
  );
}
