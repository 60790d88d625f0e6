import { CloudOff } from "lucide-react";
import type { Metadata } from "next";
import { ComesBack } from "@/components/pwa/comes-back";
import { buttonClass } from "@/components/ui/button";
import { Wordmark } from "@/components/ui/wordmark";
import { texts } from "@/lib/i18n/server";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await texts())("ui.offlineTitle") });

/** What the service worker shows in the place of any page that can't be reached. Without a script it comes back by its link. */
export default async function OfflinePage() {
  const t = await texts();
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10 text-center">
      <ComesBack />
      <div className="grid max-w-sm justify-items-center">
        <Wordmark />
        <span className="mt-10 grid size-20 place-items-center rounded-3xl bg-accent-soft text-accent">
          <CloudOff aria-hidden="true" className="size-9" strokeWidth={1.5} />
        </span>
        <h1 className="mt-5 font-semibold text-2xl tracking-tight">{t("ui.offlineTitle")}</h1>
        <p className="mt-1.5 text-balance text-muted">{t("ui.offlineText")}</p>
        {/* biome-ignore lint/a11y/useValidAnchor: an empty address is the page that was asked for */}
        <a href="" className={buttonClass("primary", "mt-6")}>
          {t("ui.tryAgain")}
        </a>
      </div>
    </main>
  );
}
