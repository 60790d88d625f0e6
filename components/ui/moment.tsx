"use client";

import { useSyncExternalStore } from "react";
import { formatDay } from "@/lib/format";

const never = () => () => undefined;

/** A day in the viewer's own zone, the exact instant on hover. The server, which knows no zone, writes it in UTC. */
export function Moment({ at }: { at: string }) {
  const isBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <time
      dateTime={at}
      title={isBrowser ? new Date(at).toLocaleString("en", { dateStyle: "full", timeStyle: "long" }) : at}
    >
      {formatDay(at, isBrowser ? undefined : "UTC")}
    </time>
  );
}
