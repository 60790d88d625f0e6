"use client";

import { useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import type { Entry } from "@/lib/entries/schema";
import { faultOf } from "@/lib/http/client";
import { pack } from "./zips";

/** What begins a ZIP of that name; it goes on while one walks about, and says so where it breaks off. */
export function useZip(): (entries: Entry[], name: string) => void {
  const toast = useToast();
  const t = useT();
  return (entries, name) =>
    void pack(entries, name).catch((reason: unknown) =>
      toast({ message: faultOf(reason, t("ui.unreachable")), isError: true }),
    );
}
