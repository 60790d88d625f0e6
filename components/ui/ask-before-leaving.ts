/** While the work goes on, whoever leaves the page is asked first: what ends with the page is not to end unnoticed. */
export function askBeforeLeaving<T>(work: Promise<T>): Promise<T> {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  window.addEventListener("beforeunload", ask);
  return work.finally(() => window.removeEventListener("beforeunload", ask));
}
