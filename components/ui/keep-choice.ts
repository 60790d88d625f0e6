const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps a choice in a cookie, where the server reads it: the next page is drawn right from its first byte. */
export function keepChoice(cookie: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store exists on HTTPS alone
  document.cookie = `${cookie}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
