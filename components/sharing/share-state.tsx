import { Moment } from "@/components/ui/moment";
import type { Share } from "@/lib/sharing/schema";

/** Why a link no longer opens; null while it does. */
export function endOfShare({ revokedAt, expiresAt, downloads, maxDownloads }: Share, now = new Date()): string | null {
  if (revokedAt) return "Revoked";
  if (expiresAt && expiresAt <= now.toISOString()) return "Expired";
  return maxDownloads !== null && downloads >= maxDownloads ? "Used up" : null;
}

/** What a link is like, in one line: how long it lasts, how often it was used, what it asks for. */
export function ShareState({ share }: { share: Share }) {
  const { revokedAt, expiresAt, downloads, maxDownloads, hasPassword, allowDownload } = share;
  const unit = downloads === 1 && maxDownloads === null ? "download" : "downloads";
  const count = maxDownloads === null ? downloads : `${downloads} of ${maxDownloads}`;
  const notes = [`${count} ${unit}`, hasPassword && "password", !allowDownload && "view only"].filter(Boolean);
  if (revokedAt) return "Revoked";
  const isOver = expiresAt !== null && expiresAt <= new Date().toISOString();
  return (
    <>
      {expiresAt ? (
        <>
          {isOver ? "Ended" : "Ends"} <Moment at={expiresAt} />
        </>
      ) : (
        "Never ends"
      )}
      {` · ${notes.join(" · ")}`}
    </>
  );
}
