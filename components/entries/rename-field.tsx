"use client";

import { useId, useRef, useState } from "react";
import { useT } from "@/components/ui/texts";
import type { Entry } from "@/lib/entries/schema";
import { logInHref } from "./log-in-href";

/** How much of a name is selected when it is renamed: a file's extension mostly stays. */
export function stemLength({ kind, name }: Pick<Entry, "kind" | "name">): number {
  const dot = kind === "file" ? name.lastIndexOf(".") : -1;
  return dot > 0 ? dot : name.length;
}

/** What is wrong with a new name; whoever is logged out meanwhile is shown the way to log in. */
export type NameFault = { message: string; isLoggedOut: boolean };

/** `onEnd` takes the name, or null for "leave it", and answers what is wrong with it. */
type Props = { entry: Entry; onEnd: (name: string | null) => Promise<NameFault | null> };

/** An entry's name while it is changed in its place. Enter and leaving it keep the new one, Escape the old. */
export function RenameField({ entry, onEnd }: Props) {
  const t = useT();
  const errorId = useId();
  const [error, setError] = useState<NameFault | null>(null);
  const isEnding = useRef(false);
  const end = async (name: string | null) => {
    if (isEnding.current) return;
    isEnding.current = true;
    setError(await onEnd(name === entry.name ? null : name));
    isEnding.current = false;
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    // While an input method composes, Enter is its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") void end(event.currentTarget.value);
    if (event.key === "Escape") void end(null);
  };
  return (
    <span className="relative z-10 grid min-w-0 flex-1">
      <input
        ref={(field) => field?.focus()}
        dir="auto"
        defaultValue={entry.name}
        autoComplete="off"
        aria-label={t("entries.newName", { name: entry.name })}
        aria-invalid={error !== null}
        aria-describedby={error ? errorId : undefined}
        onFocus={(event) => event.currentTarget.setSelectionRange(0, stemLength(entry))}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (event.relatedTarget?.closest("[role=alert]")) return;
          void end(error ? null : event.currentTarget.value);
        }}
        className="min-h-9 w-full min-w-0 rounded-lg border border-accent bg-surface px-2 text-ink aria-invalid:border-danger max-sm:min-h-11 max-sm:text-base"
      />
      {error && (
        <span
          id={errorId}
          role="alert"
          className="absolute start-0 top-full z-10 mt-1 max-w-72 rounded-lg bg-danger px-2.5 py-1 text-sm text-surface shadow-float"
        >
          {error.message}
          {error.isLoggedOut && (
            <a
              href={logInHref()}
              // The field ends where it loses the focus, and its link with it.
              onMouseDown={(event) => event.preventDefault()}
              // A row takes the clicks and the keys of its links for its own.
              onClick={(event) => event.stopPropagation()}
              onKeyDown={(event) => event.nativeEvent.stopImmediatePropagation()}
              className="ms-2 inline-flex min-h-11 items-center font-medium underline underline-offset-4 sm:min-h-6"
            >
              {t("entries.logIn")}
            </a>
          )}
        </span>
      )}
    </span>
  );
}
