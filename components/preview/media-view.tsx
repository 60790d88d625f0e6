"use client";

import { useRef, useState } from "react";
import { previewKindOf } from "@/lib/preview-kind";
import { NotShown } from "./not-shown";
import type { ViewProps } from "./view-props";

const TRIES = 3;

/** A film or a sound, straight from the store by ranges. Its address ends after minutes: then it goes on from a new one. */
export function MediaView({ entry, url, renderDownload, onRetry }: ViewProps) {
  const [tries, setTries] = useState(0);
  const [isBroken, setBroken] = useState(false);
  const at = useRef(0);
  // Only what fails again and again at the same place is broken: a long film outlives more than a few addresses.
  const failed = useRef({ at: 0, times: 0 });
  const isVideo = previewKindOf(entry) === "video";
  if (isBroken) return <NotShown {...{ entry, url, renderDownload, onRetry }} />;
  const media = {
    key: tries,
    src: tries === 0 ? url : `${url}#${tries}`,
    controls: true,
    preload: "metadata",
    "aria-label": entry.name,
    autoPlay: tries > 0 && at.current > 0,
    onLoadedMetadata: (event: React.SyntheticEvent<HTMLMediaElement>) => {
      if (at.current > 0) event.currentTarget.currentTime = at.current;
    },
    onTimeUpdate: (event: React.SyntheticEvent<HTMLMediaElement>) => {
      at.current = event.currentTarget.currentTime;
    },
    onError: () => {
      const isFurther = at.current > failed.current.at + 1;
      failed.current = { at: at.current, times: isFurther ? 1 : failed.current.times + 1 };
      if (failed.current.times > TRIES) setBroken(true);
      else setTries(tries + 1);
    },
  };
  return (
    <div className="grid size-full place-items-center p-2 sm:p-4">
      {isVideo ? (
        <video {...media} playsInline className="max-h-full max-w-full" />
      ) : (
        <audio {...media} className="w-full max-w-xl" />
      )}
    </div>
  );
}
