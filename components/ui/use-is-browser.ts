"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the page has come to life: false while the server draws it and until React has taken it over. */
export const useIsBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
