import { connection } from "next/server";
import { MissingPage } from "@/components/ui/missing-page";
import { texts } from "@/lib/i18n/server";

export default async function NotFound() {
  await connection();
  const t = await texts();
  return (
    <main className="grid min-h-dvh place-items-center">
      <MissingPage title={t("ui.missing")} text={t("ui.missingText")} href="/" label={t("ui.missingGo")} />
    </main>
  );
}
