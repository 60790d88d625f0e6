/** How a folder is looked at. */
export const VIEWS = ["list", "grid"] as const;
export type View = (typeof VIEWS)[number];

/** The cookie that keeps the choice: the server draws the page right from its first byte. */
export const VIEW_COOKIE = "view";

/** A cookie's value as a view; anything else is a list. */
export const viewOf = (value: string | undefined): View => VIEWS.find((view) => view === value) ?? "list";
