"use client";

import { useEffect } from "react";

/**
 * Keeps the title of the page that was left until the next one brings its own: Next takes the old one away first, and a
 * screen reader that asks in between is told that the page has no name (WCAG 2.4.2).
 */
export function KeptTitle() {
  useEffect(() => {
    const { head } = document;
    const standIn = document.createElement("title");
    standIn.textContent = document.title;
    const keep = () => {
      const isNamed = [...head.querySelectorAll("title")].some((title) => title !== standIn && title.textContent);
      if (!isNamed) {
        // The first one counts, and the next page's own may be there before it has words.
        if (head.firstChild !== standIn) head.prepend(standIn);
        return;
      }
      standIn.remove();
      standIn.textContent = document.title;
    };
    const observer = new MutationObserver(keep);
    observer.observe(head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, []);
  return null;
}
