"use client";

import { usePicture } from "./use-picture";

/** A drawing (SVG) as a picture, as large as there is room for. */
export function Drawing({ url }: { url: string }) {
  const source = usePicture(url, true);
  // biome-ignore lint/performance/noImgElement: user images never go through an optimizer (SECURITY 20)
  return source && <img src={source} alt="" className="max-h-[60dvh] w-full object-contain p-4" />;
}
