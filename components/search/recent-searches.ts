const KEY = "recent-searches";
const MOST = 6;

/** What this browser looked for lately, newest first. It stays in the browser. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Remembers what was looked for. */
export function rememberSearch(q: string): void {
  const others = recentSearches().filter((each) => each.toLowerCase() !== q.toLowerCase());
  keep([q, ...others].slice(0, MOST));
}

/** Forgets all of them. */
export const forgetSearches = (): void => keep([]);

function keep(searches: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches));
  } catch {
    // A private window may keep nothing: then there are none the next time.
  }
}
