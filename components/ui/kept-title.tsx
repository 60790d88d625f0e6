"use client";

import { useEffect } from "react";

/**
 * Keeps the title of the page that was left until the next one brings its own: Next takes the old one away first, and a
 * screen reader that asks in between is told that the page has no name (WCAG 2.4.2).
 */
export function KeptTitle() {
  useEffect(() => {
    const { head } = document;
    let text = document.title;
    let standIn: HTMLTitleElement | null = null;
    const keep = () => {
      const titles = head.querySelectorAll("title");
      if (titles.length > 1) standIn?.remove();
      if (titles.length === 0) {
        standIn = document.createElement("title");
        standIn.textContent = text;
        head.append(standIn);
      }
      text = document.title;
    };
    const observer = new MutationObserver(keep);
    observer.observe(head, { childList: true });
    return () => observer.disconnect();
  }, []);
  return null;
}
