"use client";

import { useEffect, useState } from "react";
import { Unreached } from "@/components/ui/unreached";
import type { ErrorCode } from "@/lib/errors";
import { askAddress } from "@/lib/http/client";
import { Facts } from "./facts";
import { Loading } from "./loading";
import type { ViewProps } from "./view-props";

type Props = ViewProps & {
  /** Whether it is known that the bytes did not come; else they may have come, and hold nothing to be shown. */
  isUnreached?: boolean;
};

// The file, or the link that gave it.
const GONE: ErrorCode[] = ["not_found", "gone"];

type State = "asking" | "away" | "gone" | "there";

/** A file that was to be looked at and isn't: it is gone, its bytes did not come, or there is nothing in them to be shown. */
export function NotShown({ entry, url, renderDownload, onRetry, isUnreached = false }: Props) {
  const [state, setState] = useState<State>("asking");
  useEffect(() => {
    let isLeft = false;
    void askAddress(url).then((result) => {
      if (!isLeft) setState(result.ok ? "there" : GONE.includes(result.error.code) ? "gone" : "away");
    });
    return () => {
      isLeft = true;
    };
  }, [url]);
  if (state === "asking") return <Loading />;
  if (state === "gone") return <Facts entry={{ ...entry, size: null }} renderDownload={null} reason="preview.gone" />;
  if (state === "away" || isUnreached) return <Unreached onRetry={onRetry} />;
  return <Facts entry={entry} renderDownload={renderDownload} />;
}
