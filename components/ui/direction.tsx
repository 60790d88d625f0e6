"use client";

import { Direction as RadixDirection } from "radix-ui";
import { useLocale } from "./texts";

/** Tells menus and the like in which direction the viewer's language is written. */
export const Direction = ({ children }: { children: React.ReactNode }) => (
  <RadixDirection.Provider dir={useLocale().dir}>{children}</RadixDirection.Provider>
);
