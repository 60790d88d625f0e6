"use client";

import { createContext, use } from "react";
import type { ActionError } from "@/lib/http/result";
import { type Params, partsOf, type Translate, translator } from "@/lib/i18n/client-translate";
import { LOCALES, type TextKey, type Texts, type Viewing } from "@/lib/i18n/schema";

type Spoken = Viewing & { texts: Texts };

const Spoken = createContext<Spoken>({ locale: "en", tag: "en", texts: {} });

type ProviderProps = Viewing & { texts: Texts; children: React.ReactNode };

/** Hands sections of the catalogue to what is below; those handed out further up stay. */
export function TextsProvider({ locale, tag, texts, children }: ProviderProps) {
  const above = use(Spoken);
  return <Spoken value={{ locale, tag, texts: { ...above.texts, ...texts } }}>{children}</Spoken>;
}

/** What says the texts of the viewer's language. */
export function useT(): Translate {
  const { locale, texts } = use(Spoken);
  return translator(locale, texts);
}

/** The viewer's language, and in which direction it is written. */
export function useLocale(): Viewing & { dir: "ltr" | "rtl" } {
  const { locale, tag } = use(Spoken);
  return { locale, tag, dir: LOCALES[locale].dir };
}

/** What to tell of a refusal: the server says it in the viewer's language, and of a server out of reach the page does. */
export function useRefusal(): (error: ActionError) => string {
  const t = useT();
  return ({ message, requestId }) => (requestId ? message : t("ui.unreachable"));
}

type TextProps = { name: TextKey; values: Record<string, React.ReactNode> & { count?: number } };

/** A text with elements in the places of its `{name}`s. */
export function Text({ name, values }: TextProps) {
  const t = useT();
  const count: Params = values.count === undefined ? {} : { count: values.count };
  const { count: _, ...others } = values;
  return partsOf(t(name, count)).map((part) => {
    const place = /^\{(\w+)\}$/.exec(part)?.[1];
    return place && place in others ? <span key={part}>{others[place]}</span> : part;
  });
}
