import { AppError } from "@/lib/errors";

const MAX_TARGET = 8192;

/**
 * Refuses a request target that Next would answer with an error of its own.
 * @throws AppError `validation_failed` for one too long or not a path, `not_found` for one that names nothing (SECURITY 11, 17).
 */
export function checkTarget(target: string): void {
  if (target.length > MAX_TARGET) {
    throw new AppError("validation_failed", {
      detail: `The address is too long. Keep it under ${MAX_TARGET} characters.`,
    });
  }
  if (!target.startsWith("/")) {
    throw new AppError("validation_failed", { detail: "The address must be a path that starts with a slash." });
  }
  const [path = ""] = target.split("?", 1);
  if (!isDecodable(path)) throw new AppError("not_found");
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
