import { createStore } from "@/components/ui/store";

/** A folder that was just made, until the list that it is in has shown it. */
export const madeFolder = createStore<string | null>(null);
