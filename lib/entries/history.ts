import "server-only";
import { listActivity, listEntryActivity } from "@/lib/activity/activity";
import type { ActivityView } from "@/lib/activity/schema";
import type { User } from "@/lib/auth/session";
import { requireEntry } from "@/lib/entries/access";
import type { ListActivity, Page } from "@/lib/entries/schema";

/** One page of what was done with the account, or with one of its entries, newest first. @throws AppError `not_found`. */
export async function listHistory(user: User, { entry, ...page }: ListActivity): Promise<Page<ActivityView>> {
  if (entry) await requireEntry(user, entry, "viewer");
  const { items, nextCursor } = entry ? await listEntryActivity(entry, page) : await listActivity(user, page);
  const named = items.map(({ byId, ...activity }) => ({
    ...activity,
    by: byId === user.id ? { id: user.id, name: user.name } : null,
  }));
  return { items: named, nextCursor };
}
