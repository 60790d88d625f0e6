"use client";

import { takeDownload } from "@/components/ui/leaving";
import { useRefusal } from "@/components/ui/texts";
import type { Entry } from "@/lib/entries/schema";
import { askAddress } from "@/lib/http/client";
import { logInHref } from "./log-in-href";

type File = Pick<Entry, "id">;

/** Where a file's content is. */
export const contentHref = ({ id }: File): string => `/api/files/${id}/content`;

/**
 * What downloads one file. Where it can't be had the page stays and `onRefused` says why; whoever is logged out meanwhile is
 * asked to log in.
 */
export function useDownload(onRefused: (reason: string) => void): (file: File) => Promise<void> {
  const refuse = useRefusal();
  return async (file) => {
    const result = await askAddress(contentHref(file));
    if (result.ok) takeDownload(contentHref(file));
    else if (result.error.code === "unauthenticated") window.location.assign(logInHref());
    else onRefused(refuse(result.error));
  };
}
