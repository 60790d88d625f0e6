"use client";

import { chooseTheme } from "@/components/ui/choose-theme";
import { keepChoice } from "@/components/ui/keep-choice";
import { useLocale, useT } from "@/components/ui/texts";
import { type Theme, themeOf } from "@/components/ui/theme";
import { useRouter } from "@/components/ui/use-router";
import { LOCALE_COOKIE, LOCALES } from "@/lib/i18n/schema";
import { Section } from "./section";

const THEMES = ["system", "light", "dark"] as const;

/** How the drive looks, and in which language it speaks. */
export function AppearanceSettings({ theme }: { theme: Theme }) {
  const t = useT();
  const router = useRouter();
  const { locale } = useLocale();
  const speak = (chosen: string) => {
    keepChoice(LOCALE_COOKIE, chosen);
    navigator.serviceWorker?.controller?.postMessage("language");
    // The page's direction and its language are the document's own.
    window.location.reload();
  };
  return (
    <Section title={t("settings.appearance")}>
      <fieldset className="grid max-w-md gap-1.5">
        <legend className="mb-1.5 font-medium text-sm">{t("settings.theme")}</legend>
        <div className="grid grid-cols-3 gap-1 rounded-xl border border-line p-1">
          {THEMES.map((each) => (
            <label
              key={each}
              className="grid min-h-11 cursor-pointer place-items-center rounded-lg text-sm hover:bg-raised has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent sm:min-h-10"
            >
              <input
                type="radio"
                name="theme"
                value={each}
                defaultChecked={each === theme}
                className="sr-only"
                onChange={() => {
                  chooseTheme(themeOf(each));
                  router.refresh();
                }}
              />
              {t(`settings.${each}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="grid max-w-md gap-1.5">
        <span className="font-medium text-sm">{t("settings.language")}</span>
        <select
          name="language"
          defaultValue={locale}
          onChange={(event) => speak(event.target.value)}
          className="min-h-11 rounded-xl border border-muted/70 bg-surface px-3"
        >
          {Object.entries(LOCALES).map(([key, { label }]) => (
            <option key={key} value={key} lang={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </Section>
  );
}
