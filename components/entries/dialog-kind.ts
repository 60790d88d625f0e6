import type { Entry } from "@/lib/entries/schema";

/** The dialogs over a list; `details` is its panel. */
export type DialogKind = "rename" | "move" | "share" | "folder" | "keys" | "details";

/** Opens a dialog about entries; the focus comes back to `opener`. */
export type OpenDialog = (kind: DialogKind, entries: Entry[], opener: HTMLElement | null) => void;
