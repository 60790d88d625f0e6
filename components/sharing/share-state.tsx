import { Moment } from "@/components/ui/moment";
import { Text, useT } from "@/components/ui/texts";
import type { Share } from "@/lib/sharing/schema";

/** What a link is like, in one line: how long it lasts, how often it was used, what it asks for. */
export function ShareState({ share }: { share: Share }) {
  const t = useT();
  const { revokedAt, expiresAt, downloads, maxDownloads, hasPassword, allowDownload } = share;
  if (revokedAt) return t("sharing.revoked");
  const count =
    maxDownloads === null
      ? t("sharing.downloads", { count: downloads })
      : t("sharing.downloadsOf", { count: downloads, max: maxDownloads });
  const notes = [count, hasPassword && t("sharing.withPassword"), !allowDownload && t("sharing.viewOnly")];
  const isOver = expiresAt !== null && expiresAt <= new Date().toISOString();
  return (
    <>
      {expiresAt ? (
        <Text name={isOver ? "sharing.ended" : "sharing.ends"} values={{ time: <Moment at={expiresAt} /> }} />
      ) : (
        t("sharing.neverEnds")
      )}
      {` · ${notes.filter(Boolean).join(" · ")}`}
    </>
  );
}
