import type { Plan } from "@/lib/uploads/client-plans";

/** What to do about a name that is taken: a new version of what is there, both, or nothing. */
export type Choice = "version" | "rename" | "skip";

let forAll: Choice | null = null;

/** Remembers what is to be done for all that come until the tray is at rest. */
export function rememberChoice(choice: Choice | null): void {
  forAll = choice;
}

/** What was chosen for all; null where it would not help: a file can't become a version of a folder. */
export const rememberedChoice = ({ onConflict }: Plan): Choice | null => (forAll === onConflict ? null : forAll);
