import { PageTexts } from "@/components/ui/page-texts";
import { Wordmark } from "@/components/ui/wordmark";
import { texts } from "@/lib/i18n/server";

type Props = { isWide?: boolean; children: React.ReactNode };

/** The calmest page of all: one card on an empty ground; a wide one for a folder, which begins at the top. */
export async function ShareFrame({ isWide = false, children }: Props) {
  const t = await texts();
  return (
    <div className={`mx-auto flex min-h-dvh flex-col px-4 py-6 ${isWide ? "max-w-3xl" : "max-w-lg"}`}>
      <header>
        <a href="/" className="inline-flex min-h-11 items-center">
          <Wordmark />
        </a>
      </header>
      <main
        className={`rounded-3xl border border-line bg-surface ${isWide ? "mt-6 mb-auto px-4 py-6 sm:px-6 sm:py-8" : "my-auto p-6 sm:p-8"}`}
      >
        <PageTexts sections={["visit", "preview"]}>{children}</PageTexts>
      </main>
      <footer className="pt-6 text-center text-muted text-sm">{t("visit.sharedWith")}</footer>
    </div>
  );
}
