import type { Entry } from "@/lib/entries/schema";

/** A file as one looks at it: one's own, or one that somebody shared. */
export type Viewed = Pick<Entry, "id" | "kind" | "type" | "name" | "size"> & Partial<Pick<Entry, "versionId">>;

type LinkProps = Pick<React.ComponentProps<"a">, "aria-label" | "className" | "children">;

/** Draws the link that downloads a file; null where one may only look. */
export type RenderDownload = ((entry: Viewed, link: LinkProps) => React.ReactNode) | null;

/** What every view of a file is given: the file, the address that its bytes come from, and how to begin anew. */
export type ViewProps = { entry: Viewed; url: string; renderDownload: RenderDownload; onRetry: () => void };
