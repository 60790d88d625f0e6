import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { CATALOGUES } from "@/lib/i18n/catalogue";
import { type Translate, translator } from "@/lib/i18n/client-translate";
import { LOCALE_COOKIE, type Viewing, viewingOf } from "@/lib/i18n/schema";

/** In which language, and whose way of writing, the page is to be drawn. */
export const viewing = cache(async (): Promise<Viewing> => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return viewingOf(chosen, (await headers()).get("accept-language"));
});

/** The texts of the page's language, for server components. */
export const texts = cache(async (): Promise<Translate> => {
  const { locale } = await viewing();
  return translator(locale, CATALOGUES[locale]);
});
