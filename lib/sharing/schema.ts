import { z } from "zod";
import { paging } from "@/lib/entries/schema";
import { Id } from "@/lib/id";
import type { PreviewKind } from "@/lib/preview-kind";

const iso = z.iso.datetime({ precision: 3 });
const expiresAt = z.iso.datetime({ offset: true, message: "Give an ISO 8601 time, or null for never." }).nullable();
const password = z
  .string()
  .min(1, "Give a password, or leave it out.")
  .max(256, "A password has at most 256 characters.");
const maxDownloads = z
  .number("Give a whole number, or null.")
  .int("Give a whole number.")
  .min(1, "At least one download.")
  .max(1_000_000, "At most 1,000,000 downloads.")
  .nullable();

/** A public address for an entry, as its owner sees it. */
export const Share = z
  .object({
    id: Id,
    url: z.string(),
    entryId: Id,
    name: z.string(),
    createdAt: iso,
    expiresAt: iso.nullable(),
    hasPassword: z.boolean(),
    maxDownloads: z.number().int().nullable(),
    downloads: z.number().int(),
    allowDownload: z.boolean(),
    revokedAt: iso.nullable(),
  })
  .meta({ id: "Share" });
export type Share = z.infer<typeof Share>;

/** How often a link was used, day by day. */
export const ShareVisits = z
  .object({ days: z.array(z.object({ day: z.string(), opens: z.number().int(), downloads: z.number().int() })) })
  .meta({ id: "ShareVisits" });
export type ShareVisits = z.infer<typeof ShareVisits>;

export const CreateShare = z.strictObject({
  expiresAt: expiresAt.optional(),
  password: password.nullable().optional(),
  maxDownloads: maxDownloads.optional(),
  allowDownload: z.boolean("true or false").optional(),
});
export type CreateShare = z.infer<typeof CreateShare>;

/** The same fields; `password: null` takes the password away. */
export const PatchShare = CreateShare;
export type PatchShare = z.infer<typeof PatchShare>;

export const CreateShareOf = CreateShare.extend({ entryId: Id });
export const PatchShareOf = CreateShare.extend({ shareId: Id });
export const ShareId = z.strictObject({ shareId: Id });
export const UnlockShare = z.strictObject({ shareId: Id, password: z.string().min(1, "Type the password.").max(256) });

/** What a visitor is told of what a link gives. */
export type OpenVisit = {
  state: "open";
  shareId: string;
  entryId: string;
  name: string;
  kind: "file" | "folder";
  size: number | null;
  type: string | null;
  ownerName: string;
  expiresAt: string | null;
  allowDownload: boolean;
  /** Whether downloads are limited, so that each one counts. */
  isCounted: boolean;
  /** How the page draws it; "none" where it may not. */
  previewKind: PreviewKind;
  /** The bytes of what the browser shows without a script. */
  previewUrl: string | null;
};

/** What a visitor of a link may know: nothing before the password but that one is asked for. */
export type ShareVisit = { state: "password" } | OpenVisit;

export const ListSharedFolder = z.strictObject({ folder: Id.optional(), ...paging });
export type ListSharedFolder = z.infer<typeof ListSharedFolder>;

/** An entry as a link's visitor sees it. */
export const SharedEntry = z.object({
  id: Id,
  kind: z.enum(["file", "folder"]),
  name: z.string(),
  size: z.number().int().nullable(),
  type: z.string().nullable(),
  modifiedAt: iso,
});
export type SharedEntry = z.infer<typeof SharedEntry>;
