"use client";

import { useState } from "react";
import { Unreached } from "@/components/ui/unreached";
import type { Entry } from "@/lib/entries/schema";
import { Facts } from "./facts";

type Props = {
  entry: Entry;
  onRetry: () => void;
  /** Whether it is known that the bytes did not come; else the network tells. */
  isUnreached?: boolean;
};

/** A file that was to be looked at and isn't: its bytes did not come, or there is nothing in them to be shown. */
export function NotShown({ entry, onRetry, isUnreached = false }: Props) {
  const [isAway] = useState(() => isUnreached || !navigator.onLine);
  return isAway ? <Unreached onRetry={onRetry} /> : <Facts entry={entry} />;
}
