/** What is selected, from where a range extends, and which entry the keyboard is on. */
export type Selection = { ids: ReadonlySet<string>; anchor: string | null; active: string | null };

export const NOTHING: Selection = { ids: new Set(), anchor: null, active: null };

/** What a click or a key does to the selection. `range` extends from the anchor; with `isAdding` it keeps what was there. */
export type Step =
  | { kind: "only" | "toggle" | "focus"; id: string }
  | { kind: "range"; id: string; isAdding?: boolean }
  /** The active entry has left the list, and `id` takes its place. */
  | { kind: "left"; id: string | null }
  | { kind: "these"; ids: readonly string[] }
  | { kind: "none" };

/** The selection after a step; `order` is the ids as they stand in the list. */
export function select(before: Selection, step: Step, order: readonly string[]): Selection {
  switch (step.kind) {
    case "only":
      return { ids: new Set([step.id]), anchor: step.id, active: step.id };
    case "focus":
      return { ...before, active: step.id };
    case "left":
      return { ids: among(before.ids, order), anchor: null, active: step.id };
    case "toggle":
      return { ids: toggled(before.ids, step.id), anchor: step.id, active: step.id };
    case "range":
      return extended(before, step, order);
    case "these":
      return { ...before, ids: new Set(step.ids), anchor: before.anchor ?? step.ids[0] ?? null };
    case "none":
      return { ...before, ids: NOTHING.ids, anchor: null };
  }
}

// What is brought back was not selected by whoever looks at it then.
function among(ids: ReadonlySet<string>, order: readonly string[]): ReadonlySet<string> {
  return new Set(order.filter((id) => ids.has(id)));
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(ids);
  if (!after.delete(id)) after.add(id);
  return after;
}

function extended(before: Selection, step: Step & { kind: "range" }, order: readonly string[]): Selection {
  const anchor = before.anchor ?? before.active ?? order[0] ?? step.id;
  const [from, to] = [order.indexOf(anchor), order.indexOf(step.id)].sort((a, b) => a - b);
  const range = order.slice(Math.max(0, from ?? 0), (to ?? 0) + 1);
  return { ids: new Set([...(step.isAdding ? before.ids : []), ...range]), anchor, active: step.id };
}

/** Who takes the place of an entry that left the list: the next one that is still there, else the one before. */
export function neighbourOf(ids: readonly string[], gone: string, isThere: (id: string) => boolean): string | null {
  const at = ids.indexOf(gone);
  if (at === -1) return null;
  return ids.slice(at + 1).find(isThere) ?? ids.slice(0, at).findLast(isThere) ?? null;
}

export type Layout = { count: number; columns: number; rowsPerPage: number; isRightToLeft: boolean };

/** Where a key leads from an entry of the list, or null for a key that leads nowhere. */
export function nextIndex(key: string, index: number, layout: Layout): number | null {
  const { count, columns, rowsPerPage, isRightToLeft } = layout;
  const forward = columns === 1 ? 0 : isRightToLeft ? -1 : 1;
  const steps: Record<string, number> = {
    ArrowDown: columns,
    ArrowUp: -columns,
    ArrowRight: forward,
    ArrowLeft: -forward,
    PageDown: columns * rowsPerPage,
    PageUp: -columns * rowsPerPage,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  if (step === undefined || step === 0 || count === 0) return null;
  const next = index + step;
  // A step down from above a short last row leads to its end; one beyond the edges leads nowhere but by Home, End and pages.
  if (key === "ArrowUp" && next < 0) return index;
  if (key === "ArrowDown" && next >= count && Math.floor(index / columns) === Math.floor((count - 1) / columns))
    return index;
  return Math.min(count - 1, Math.max(0, next));
}

const folded = (name: string): string => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The first entry after `from` (round to itself) whose name begins with what was typed; accents and case don't matter. */
export function typedIndex(names: readonly string[], typed: string, from: number): number {
  const wanted = folded(typed);
  // A first letter goes on from where one is; more letters may still mean where one is.
  const first = typed.length === 1 ? from + 1 : Math.max(0, from);
  const found = names.findIndex((name, index) => index >= first && folded(name).startsWith(wanted));
  return found >= 0 ? found : names.findIndex((name) => folded(name).startsWith(wanted));
}
