"use client";

import { useFormats } from "./use-formats";
import { useIsBrowser } from "./use-is-browser";

/**
 * A moment as near as it matters, in the viewer's own zone, and the exact instant on hover. The server, which knows no zone,
 * writes the day in UTC.
 */
export function Moment({ at }: { at: string }) {
  const { formatMoment, formatDay, formatInstant } = useFormats();
  const isBrowser = useIsBrowser();
  return (
    <time dateTime={at} title={isBrowser ? formatInstant(at) : at}>
      {isBrowser ? formatMoment(at, new Date()) : formatDay(at, "UTC")}
    </time>
  );
}
