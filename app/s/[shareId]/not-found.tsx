import { Link2Off } from "lucide-react";
import { connection } from "next/server";
import { ShareNotice } from "@/components/sharing/share-notice";
import { texts } from "@/lib/i18n/server";

export default async function ShareNotFound() {
  await connection();
  const t = await texts();
  return <ShareNotice Icon={Link2Off} title={t("visit.missing")} text={t("visit.missingText")} />;
}
