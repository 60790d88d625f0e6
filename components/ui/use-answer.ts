"use client";

import { useEffect, useState } from "react";
import { callApi } from "@/lib/http/client";

/** What a call answers, for what a page does without until then: null, and asked for again when the network is back. */
export function useAnswer<T>(path: string): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const ask = () =>
      callApi<T>(path, { signal })
        .then((result) => result.ok && setAnswer(result.value))
        .catch(() => undefined);
    void ask();
    window.addEventListener("online", ask, { signal });
    return () => leaving.abort();
  }, [path]);
  return answer;
}
