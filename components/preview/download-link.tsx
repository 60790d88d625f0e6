"use client";

import { useState } from "react";
import { contentHref, useDownload } from "@/components/entries/use-download";
import type { Entry } from "@/lib/entries/schema";

type Props = Omit<React.ComponentProps<"a">, "href" | "onClick"> & { entry: Pick<Entry, "id"> };

/**
 * A link to a file's content. Its click asks first: what can't be had must not take the place of the page. Why not stands
 * below it, for a toast would lie under the preview.
 */
export function DownloadLink({ entry, ...link }: Props) {
  const [refused, setRefused] = useState("");
  const download = useDownload(setRefused);
  return (
    <span className="relative inline-grid">
      <a
        {...link}
        href={contentHref(entry)}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          setRefused("");
          void download(entry);
        }}
      />
      <span
        role="alert"
        className="absolute end-0 top-full z-10 mt-1 w-max max-w-72 rounded-lg bg-danger px-2.5 py-1 text-sm text-surface empty:hidden"
      >
        {refused}
      </span>
    </span>
  );
}
