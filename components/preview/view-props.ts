import type { Entry } from "@/lib/entries/schema";

/** What every view of a file is given: the file, the address that its bytes come from, and how to begin anew. */
export type ViewProps = { entry: Entry; url: string; onRetry: () => void };
