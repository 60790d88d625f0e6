import type { Entry } from "@/lib/entries/schema";

/** What every dialog about an entry is given; the focus goes back to `opener`. */
export type EntryDialogProps = { entry: Entry; opener: HTMLElement | null; onClose: () => void };
