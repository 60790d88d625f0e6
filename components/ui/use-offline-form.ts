"use client";

import { useState } from "react";

/** Keeps a form that is a server action's own from being sent without a network; `isUnsent` while that is to be said of it. */
export function useOfflineForm() {
  const [isUnsent, setUnsent] = useState(false);
  const onSubmit = (event: React.FormEvent) => {
    setUnsent(!navigator.onLine);
    if (!navigator.onLine) event.preventDefault();
  };
  return { isUnsent, onSubmit };
}
