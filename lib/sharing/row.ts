import { z } from "zod";
import { StoredPassword } from "@/lib/auth/password";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Share } from "@/lib/sharing/schema";

/** A share link as it is stored. `passwordVersion` changes with every password, and with it every proof of an older one. */
export const ShareRow = z.object({
  id: z.string(),
  entryId: z.string(),
  ownerId: z.string(),
  name: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  password: StoredPassword.nullable(),
  passwordVersion: z.string().nullable(),
  maxDownloads: z.number().nullable(),
  downloads: z.number(),
  allowDownload: z.boolean(),
  revokedAt: z.string().nullable(),
});
export type ShareRow = z.infer<typeof ShareRow>;

/** A link as its owner sees it. Its address is built from the configuration, never from a request (SECURITY 15). */
export function toShare(row: ShareRow): Share {
  const { id, entryId, name, createdAt, expiresAt, maxDownloads, downloads, allowDownload, revokedAt } = row;
  const url = new URL(`/s/${id}`, env().AUTH_URL).href;
  const hasPassword = row.password !== null;
  return {
    id,
    url,
    entryId,
    name,
    createdAt,
    expiresAt,
    hasPassword,
    maxDownloads,
    downloads,
    allowDownload,
    revokedAt,
  };
}

/** @throws AppError `gone` for a link that was revoked, expired or used up. */
export function refuseEnded(link: ShareRow, now: Date): void {
  if (link.revokedAt !== null) throw ended("Its owner ended this link.");
  if (link.expiresAt !== null && link.expiresAt <= now.toISOString()) throw ended("This link has expired.");
  if (link.maxDownloads !== null && link.downloads >= link.maxDownloads) throw ended("This link has been used up.");
}

const ended = (detail: string) => new AppError("gone", { detail: `${detail} Ask for a new one.` });
