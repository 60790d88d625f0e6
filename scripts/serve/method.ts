import { AppError } from "@/lib/errors";
import { callRoutes } from "./routes";

const KNOWN = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

// A link's address is a page too, and the page's forms are posted to it.
const routes = callRoutes.filter(({ path }) => path !== "/s/{shareId}");

/** The method for logs and measures: a client may make up others, as many as it likes. */
export const knownMethod = (method: string): string => (KNOWN.includes(method) ? method : "other");

/**
 * Refuses a method that the contract does not have at this path: Next answers it with an empty 405, and TRACE with a 500.
 * @throws AppError `method_not_allowed`, with what is allowed instead.
 */
export function checkMethod(method: string, target: string): void {
  const [path = ""] = target.split("?", 1);
  const allowed = methodsAt(path);
  if (!allowed.includes(method)) {
    throw new AppError("method_not_allowed", { headers: { allow: allowed.join(", ") } });
  }
}

function methodsAt(path: string): string[] {
  const exact = routes.filter((route) => route.path === path);
  const found = exact.length > 0 ? exact : routes.filter((route) => route.pattern.test(path));
  if (found.length === 0) return KNOWN;
  const own = found.map(({ method }) => method.toUpperCase());
  return [...own, ...(own.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
}
