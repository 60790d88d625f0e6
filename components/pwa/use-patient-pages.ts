"use client";

import { useEffect, useState } from "react";
import { waitToRetry } from "@/lib/http/client-wait";

/**
 * Lets the router wait for a page that the network did not bring: Next itself goes there by the browser then, and throws away
 * the page that runs and the uploads it is at. Its own `useOffline` would weigh on every page. True while one is waited for.
 */
export function usePatientPages(): boolean {
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    const own = window.fetch;
    const ended = new AbortController();
    window.fetch = async (input, init) => {
      for (let failures = 0; ; failures++) {
        try {
          const answer = await own(input, init);
          if (failures > 0) setWaiting(false);
          return answer;
        } catch (error) {
          if (!isPage(init) || init?.signal?.aborted) throw error;
          setWaiting(true);
          await waitToRetry(failures, ended.signal);
        }
      }
    };
    return () => {
      window.fetch = own;
      ended.abort();
    };
  }, []);
  return isWaiting;
}

// What the router asks for because it is shown; what it asks for ahead may fail.
function isPage({ headers, method = "GET" }: RequestInit = {}): boolean {
  const given = new Headers(headers);
  return method === "GET" && given.has("rsc") && !given.has("next-router-prefetch");
}
