"use client";

import { useRef, useState } from "react";
import { previewKindOf } from "@/lib/preview-kind";
import { Loading } from "./loading";
import { NotShown } from "./not-shown";
import { usePicture } from "./use-picture";
import type { ViewProps } from "./view-props";
import { ZoomBar } from "./zoom-bar";

const MOST = 8;
const STEP = 1.4;

type Place = { zoom: number; x: number; y: number };
const FIT: Place = { zoom: 1, x: 0, y: 0 };

/** A picture: fitted, then nearer by wheel, keys, buttons or a double click, and moved by the hand. */
export function ImageView({ entry, url, renderDownload, onRetry }: ViewProps) {
  const source = usePicture(url, previewKindOf(entry) === "drawing");
  const [place, setPlace] = useState(FIT);
  const [isBroken, setBroken] = useState(false);
  const held = useRef<{ x: number; y: number } | null>(null);
  const zoomBy = (factor: number) =>
    setPlace((now) => {
      const zoom = Math.min(MOST, Math.max(1, now.zoom * factor));
      return zoom === 1 ? FIT : { zoom, x: (now.x * zoom) / now.zoom, y: (now.y * zoom) / now.zoom };
    });
  if (isBroken) return <NotShown {...{ entry, url, renderDownload, onRetry }} />;
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its deeds have their buttons below */}
      <div
        className={`grid size-full touch-none place-items-center overflow-hidden p-2 sm:p-4 ${place.zoom > 1 ? "cursor-grab active:cursor-grabbing" : ""}`}
        onWheel={(event) => zoomBy(event.deltaY < 0 ? 1.15 : 1 / 1.15)}
        onDoubleClick={() => (place.zoom > 1 ? setPlace(FIT) : zoomBy(2))}
        onPointerDown={(event) => {
          if (place.zoom === 1) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          held.current = { x: event.clientX - place.x, y: event.clientY - place.y };
        }}
        onPointerMove={({ clientX, clientY }) => {
          const from = held.current;
          if (from) setPlace((now) => ({ ...now, x: clientX - from.x, y: clientY - from.y }));
        }}
        onPointerUp={() => {
          held.current = null;
        }}
      >
        {source && (
          // biome-ignore lint/performance/noImgElement: user images never go through an optimizer (SECURITY 20)
          <img
            src={source}
            alt={entry.name}
            draggable={false}
            onError={() => setBroken(true)}
            className="max-h-full max-w-full select-none object-contain"
            style={{ transform: `translate(${place.x}px, ${place.y}px) scale(${place.zoom})` }}
          />
        )}
        {!source && <Loading />}
      </div>
      <ZoomBar percent={Math.round(place.zoom * 100)} onZoom={(isNearer) => zoomBy(isNearer ? STEP : 1 / STEP)} />
    </>
  );
}
