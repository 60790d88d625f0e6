import Link from "next/link";
import { redirect } from "next/navigation";
import { buttonClass } from "@/components/ui/button";
import { DrivePicture } from "@/components/ui/drive-picture";
import { Wordmark } from "@/components/ui/wordmark";
import { findPageUser } from "@/lib/http/page";
import { texts } from "@/lib/i18n/server";

export default async function HomePage() {
  if (await findPageUser()) redirect("/drive");
  const t = await texts();
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-5 py-5 sm:px-8">
      <header className="flex items-center justify-between">
        <Wordmark />
        <Link href="/login" className={buttonClass("quiet")}>
          {t("auth.logIn")}
        </Link>
      </header>
      <main className="grid flex-1 grid-cols-[minmax(0,1fr)] items-center gap-12 py-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] lg:gap-16">
        <div>
          <h1 className="text-balance font-semibold text-4xl leading-[1.1] tracking-tight sm:text-5xl xl:text-6xl xl:leading-[1.08]">
            {t("auth.slogan")}
          </h1>
          <p className="mt-5 max-w-prose text-lg text-muted leading-8">{t("auth.pitch")}</p>
          <Link
            href="/register"
            className={buttonClass("primary", "mt-8 min-h-12 px-6 text-base max-sm:w-full sm:min-h-12")}
          >
            {t("auth.createAccount")}
          </Link>
        </div>
        <DrivePicture />
      </main>
    </div>
  );
}
