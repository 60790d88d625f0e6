"use client";

import { useEffect, useState } from "react";

/**
 * Where a picture comes from. The store hands a drawing (SVG) out as nobody's type, so that no browser opens it as a page; its
 * bytes become a picture here, and in a picture no script runs.
 */
export function usePicture(url: string, isDrawing: boolean): string | null {
  const [made, setMade] = useState<string | null>(null);
  useEffect(() => {
    if (!isDrawing) return;
    const leaving = new AbortController();
    let address = "";
    fetch(url, { signal: leaving.signal })
      .then((response) => response.blob())
      .then((blob) => {
        address = URL.createObjectURL(new Blob([blob], { type: "image/svg+xml" }));
        setMade(address);
      })
      .catch(() => !leaving.signal.aborted && setMade("data:,"));
    return () => {
      leaving.abort();
      URL.revokeObjectURL(address);
    };
  }, [url, isDrawing]);
  return isDrawing ? made : url;
}
