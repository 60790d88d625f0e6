"use client";

import { useSyncExternalStore } from "react";
import { formatDay } from "@/lib/format";

const exact = new Intl.DateTimeFormat("en", { dateStyle: "full", timeStyle: "long" });
const never = () => () => undefined;

/** A day in the viewer's own zone, the exact instant on hover. The server, which knows no zone, writes it in UTC. */
export function Moment({ at }: { at: string }) {
  const isBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <time dateTime={at} title={isBrowser ? exact.format(new Date(at)) : at}>
      {formatDay(at, isBrowser ? undefined : "UTC")}
    </time>
  );
}
