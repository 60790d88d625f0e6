import Link from "next/link";
import { twMerge } from "tailwind-merge";
import { PageTexts } from "@/components/ui/page-texts";
import { Wordmark } from "@/components/ui/wordmark";
import { texts } from "@/lib/i18n/server";

type Props = { isWide?: boolean; children: React.ReactNode };

/** The calmest page of all: one card on an empty ground; a wide one for a folder, which begins at the top. */
export async function ShareFrame({ isWide = false, children }: Props) {
  const t = await texts();
  return (
    <div className={twMerge("mx-auto flex min-h-dvh max-w-lg flex-col px-4 py-6", isWide && "max-w-3xl")}>
      <header>
        <Link href="/" prefetch={false} className="inline-flex min-h-11 items-center">
          <Wordmark />
        </Link>
      </header>
      <main
        className={twMerge(
          "my-auto rounded-3xl border border-line bg-surface p-6 sm:p-8",
          isWide && "mt-6 mb-auto px-4 sm:px-6",
        )}
      >
        <PageTexts sections={["sharing"]}>{children}</PageTexts>
      </main>
      <footer className="pt-6 text-center text-muted text-sm">{t("sharing.sharedWith")}</footer>
    </div>
  );
}
