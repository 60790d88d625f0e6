/** How a folder is looked at. */
export const VIEWS = ["list", "grid"] as const;
export type View = (typeof VIEWS)[number];

/** The cookie that keeps the choice: the server draws the page right from its first byte. */
export const VIEW_COOKIE = "view";

/** A cookie's value as a view; anything else is a list. */
export const viewOf = (value: string | undefined): View => VIEWS.find((view) => view === value) ?? "list";

/** The cookie that keeps how folders are sorted: `size-desc`, say. */
export const SORT_COOKIE = "sort";

type Given = { sort?: unknown; order?: unknown };

/** How to sort: as the address says, else as it was chosen last. */
export function sortingOf({ sort, order }: Given, kept: string | undefined): Given {
  if (sort !== undefined || order !== undefined) return { sort, order };
  const [keptSort, keptOrder] = kept?.split("-") ?? [];
  return { sort: keptSort, order: keptOrder };
}
