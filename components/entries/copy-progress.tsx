"use client";

import { Spinner } from "@/components/ui/spinner";
import { useStore } from "@/components/ui/store";
import { useT } from "@/components/ui/texts";
import { type Copying, copies } from "./copies";

const NONE: Copying[] = [];

/** The folders that are being copied, and how far. They go on by themselves, here or not. */
export function CopyProgress() {
  const t = useT();
  const running = useStore(copies, NONE);
  if (running.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {running.map(({ id, name, copied }) => (
        <li
          key={id}
          className="flex min-h-12 items-center gap-3 rounded-2xl border border-line bg-surface px-4 shadow-float"
        >
          <Spinner />
          <span className="min-w-0 truncate">{t("jobs.copying", { name, count: copied })}</span>
        </li>
      ))}
    </ul>
  );
}
