import type { Share } from "@/lib/sharing/schema";

type End = "revoked" | "expired" | "usedUp";

/** Why a link no longer opens; null while it does. */
export function endOfShare({ revokedAt, expiresAt, downloads, maxDownloads }: Share, now = new Date()): End | null {
  if (revokedAt) return "revoked";
  if (expiresAt && expiresAt <= now.toISOString()) return "expired";
  return maxDownloads !== null && downloads >= maxDownloads ? "usedUp" : null;
}
