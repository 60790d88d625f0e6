import type { CreateShare, Share } from "@/lib/sharing/schema";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A moment as the value of a date field, in the viewer's own zone. */
export function dayOf(moment: Date): string {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}

/** The day a new link ends unless one says otherwise. */
export const nextWeek = (now = new Date()): string => dayOf(new Date(now.getTime() + 7 * DAY_MS));

/**
 * What the fields of a link say. Of a link that is there already (`share`), what was not touched is left out: its end has an
 * hour that a date field can't show, and its password is not known here.
 */
export function optionsOf(form: FormData, share?: Share): CreateShare {
  const text = (name: string) => String(form.get(name) ?? "");
  const password = text("password");
  const isSameEnd =
    share !== undefined && text("expires") === (share.expiresAt ? dayOf(new Date(share.expiresAt)) : "");
  return {
    ...(isSameEnd ? {} : { expiresAt: endOf(text("expires")) }),
    ...(password ? { password } : {}),
    ...(form.get("removePassword") === "on" ? { password: null } : {}),
    maxDownloads: text("limit") ? Number(text("limit")) : null,
    allowDownload: form.get("allow") === "on",
  };
}

/** The last moment of a day; a link that ends on Friday still opens on Friday. */
const endOf = (day: string): string | null => (day ? new Date(`${day}T23:59:59.999`).toISOString() : null);
