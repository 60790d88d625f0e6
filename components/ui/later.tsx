"use client";

import { useEffect, useState } from "react";

type Part<P> = React.ComponentType<P>;
type Come<P> = { Part: Part<P> } | "failed" | null;

/**
 * A component whose code comes when it is first shown. Where that can't be fetched, `Failed` stands in its place, and fetches
 * again by `onRetry`: React's own `lazy` would throw the page away, and keep the failure for good.
 */
export function later<P extends object>(
  fetchPart: () => Promise<Part<P>>,
  Failed: Part<P & { onRetry: () => void }>,
  Waiting: Part<object> = Nothing,
): Part<P> {
  const known: { part?: Part<P> } = {};
  return function Later(props: P) {
    const [come, setCome] = useState<Come<P>>(() => (known.part ? { Part: known.part } : null));
    useEffect(() => {
      if (come !== null) return;
      let isLeft = false;
      fetchPart().then(
        (part) => {
          known.part = part;
          if (!isLeft) setCome({ Part: part });
        },
        () => !isLeft && setCome("failed"),
      );
      return () => {
        isLeft = true;
      };
    }, [come]);
    if (come === "failed") return <Failed {...props} onRetry={() => setCome(null)} />;
    return come ? <come.Part {...props} /> : <Waiting />;
  };
}

const Nothing = () => null;
