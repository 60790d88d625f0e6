import { connection } from "next/server";
import { MissingPage } from "@/components/ui/missing-page";
import { texts } from "@/lib/i18n/server";

export default async function DriveNotFound() {
  await connection();
  const t = await texts();
  return (
    <MissingPage
      title={t("ui.missingFolder")}
      text={t("ui.missingFolderText")}
      href="/drive"
      label={t("ui.missingFolderGo")}
    />
  );
}
