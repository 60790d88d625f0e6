import type { Entry } from "@/lib/entries/schema";

/** What was done to an entry and is not yet in the list that the server sent. */
export type Change = { isGone: true } | { isGone?: false; patch: Partial<Entry> };

type Held = Change & { isSettled: boolean };

/** Changes by the entry's id. A settled one has been answered, and waits for the list that holds it. */
export type Overlay = ReadonlyMap<string, Held>;

export const NO_CHANGES: Overlay = new Map();

/** Shows a change at once. */
export const withChanges = (overlay: Overlay, ids: readonly string[], change: Change): Overlay =>
  new Map([...overlay, ...ids.map((id): [string, Held] => [id, { ...change, isSettled: false }])]);

/** Takes changes back that were refused. */
export function withoutChanges(overlay: Overlay, ids: readonly string[]): Overlay {
  const taken = new Set(ids);
  return new Map([...overlay].filter(([id]) => !taken.has(id)));
}

/** Keeps changes that were accepted until the next list. */
export function settled(overlay: Overlay, ids: readonly string[]): Overlay {
  const answered = new Set(ids);
  return new Map([...overlay].map(([id, held]) => [id, answered.has(id) ? { ...held, isSettled: true } : held]));
}

/** What still stands when a list has arrived that was read after the settled changes. */
export function afterRefresh(overlay: Overlay): Overlay {
  const standing = [...overlay].filter(([, held]) => !held.isSettled);
  return standing.length === overlay.size ? overlay : new Map(standing);
}

/** The list as it is to look. */
export function applied(items: Entry[], overlay: Overlay): Entry[] {
  if (overlay.size === 0) return items;
  return items.flatMap((item) => {
    const change = overlay.get(item.id);
    if (!change) return [item];
    return change.isGone ? [] : [{ ...item, ...change.patch }];
  });
}
