let isDownload = false;

/** For `beforeunload`: whoever leaves the page is asked first. What only takes a download leaves nothing. */
export const askFirst = (event: BeforeUnloadEvent): void => {
  if (!isDownload) event.preventDefault();
};

/** While the work goes on, whoever leaves the page is asked first: what ends with the page is not to end unnoticed. */
export function askBeforeLeaving<T>(work: Promise<T>): Promise<T> {
  window.addEventListener("beforeunload", askFirst);
  return work.finally(() => window.removeEventListener("beforeunload", askFirst));
}

/** Takes what stands at an address that answers with a download. Only by the answer the browser knows that the page stays. */
export function takeDownload(href: string): void {
  isDownload = true;
  const end = () => {
    isDownload = false;
  };
  // Those that ask have listened for longer, and come before it.
  window.addEventListener("beforeunload", end, { once: true });
  window.location.assign(href);
}
