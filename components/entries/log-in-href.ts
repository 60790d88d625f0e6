/** Where one logs in, and comes back from to the page one is on. */
export const logInHref = (): string =>
  `/login?next=${encodeURIComponent(window.location.pathname + window.location.search)}`;
