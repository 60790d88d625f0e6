import { createStore } from "@/components/ui/store";
import type { Entry } from "@/lib/entries/schema";

/** Entries that were copied or cut, to be pasted into another folder of this tab. */
export type Clipboard = { mode: "copy" | "cut"; entries: Entry[] } | null;

/** What is on it, whichever page one is on. */
export const clipboard = createStore<Clipboard>(null);
