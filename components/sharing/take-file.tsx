import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { texts } from "@/lib/i18n/server";
import type { OpenVisit } from "@/lib/sharing/schema";

/** The way to have a shared file, or that there is none. */
export async function TakeFile({ visit, className }: { visit: OpenVisit; className: string }) {
  const t = await texts();
  if (!visit.allowDownload) {
    return <p className={`rounded-xl bg-ground px-4 py-3 text-muted text-sm ${className}`}>{t("visit.lookOnly")}</p>;
  }
  return (
    <a
      href={`/s/${visit.shareId}/download`}
      className={buttonClass("primary", `min-h-12 w-full sm:min-h-12 ${className}`)}
    >
      <Download aria-hidden="true" className="size-5" /> {t("visit.download")}
    </a>
  );
}
