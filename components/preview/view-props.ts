import type { Entry } from "@/lib/entries/schema";

/** What every view of a file is given: the file, and the address that its bytes come from. */
export type ViewProps = { entry: Entry; url: string };
