"use client";

import { useEffect, useState } from "react";
import { Unreached } from "@/components/ui/unreached";
import { Facts } from "./facts";
import { Loading } from "./loading";
import type { ViewProps } from "./view-props";

type Props = ViewProps & {
  /** Whether it is known that the bytes did not come; else they may have come, and hold nothing to be shown. */
  isUnreached?: boolean;
};

type State = "asking" | "away" | "gone" | "there";

/** A file that was to be looked at and isn't: it is gone, its bytes did not come, or there is nothing in them to be shown. */
export function NotShown({ entry, url, renderDownload, onRetry, isUnreached = false }: Props) {
  const [state, setState] = useState<State>("asking");
  useEffect(() => {
    const leaving = new AbortController();
    // The store's answer is of no interest here, and may be large: only whether the drive still leads to it.
    fetch(url, { redirect: "manual", signal: leaving.signal })
      .then((answer) => setState(stateOf(answer)))
      .catch(() => !leaving.signal.aborted && setState("away"));
    return () => leaving.abort();
  }, [url]);
  if (state === "asking") return <Loading />;
  if (state === "gone") return <Facts entry={{ ...entry, size: null }} renderDownload={null} reason="preview.gone" />;
  if (state === "away" || isUnreached) return <Unreached onRetry={onRetry} />;
  return <Facts entry={entry} renderDownload={renderDownload} />;
}

function stateOf({ type, status }: Response): State {
  if (type === "opaqueredirect") return "there";
  return status === 404 || status === 410 ? "gone" : "away";
}
