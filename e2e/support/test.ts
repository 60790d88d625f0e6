import { test as base, expect } from "@playwright/test";
import { expectAccessible } from "./people";

export { expect };

/**
 * Playwright's test, and beside what a spec asks for itself: where a story ends, the page holds to WCAG as far as a program can
 * tell.
 */
export const test = base.extend<{ isAccessible: undefined }>({
  isAccessible: [
    async ({ page, javaScriptEnabled }, use) => {
      await use(undefined);
      // Axe is a script: a page without JavaScript can't be asked.
      if (!javaScriptEnabled || page.isClosed() || !page.url().startsWith("http")) return;
      // A story may end while the next page is on its way.
      await expect(page).toHaveTitle(/./);
      await expectAccessible(page);
    },
    { auto: true },
  ],
});
