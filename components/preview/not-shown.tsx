"use client";

import { useState } from "react";
import { Unreached } from "@/components/ui/unreached";
import { Facts } from "./facts";
import type { RenderDownload, Viewed } from "./view-props";

type Props = {
  entry: Viewed;
  renderDownload: RenderDownload;
  onRetry: () => void;
  /** Whether it is known that the bytes did not come; else the network tells. */
  isUnreached?: boolean;
};

/** A file that was to be looked at and isn't: its bytes did not come, or there is nothing in them to be shown. */
export function NotShown({ entry, renderDownload, onRetry, isUnreached = false }: Props) {
  const [isAway] = useState(() => isUnreached || !navigator.onLine);
  return isAway ? <Unreached onRetry={onRetry} /> : <Facts entry={entry} renderDownload={renderDownload} />;
}
