const CATALOG = {
  validation_failed: [400, "Some fields need your attention."],
  unauthenticated: [401, "Log in to continue."],
  invalid_credentials: [401, "The e-mail or the password is not right."],
  forbidden: [403, "You can't do that here."],
  cross_origin: [403, "This request came from another site. Open Smart Drive itself and try again."],
  not_found: [404, "It doesn't exist, or it was removed."],
  method_not_allowed: [405, "This address doesn't take that method. The Allow header names those it does."],
  name_taken: [409, "That name is already used in this folder."],
  email_taken: [409, "There is an account with this e-mail already. Log in instead."],
  idempotency_conflict: [409, "This Idempotency-Key was used for another request. Choose a new one."],
  conflict: [409, "It changed in the meantime. Reload and try again."],
  cycle: [409, "A folder can't be moved into itself or into a folder below it."],
  gone: [410, "This link has ended."],
  precondition_failed: [412, "It changed since you last read it. Read it again and retry."],
  too_large: [413, "The file is larger than this drive takes."],
  quota_exceeded: [413, "There isn't enough space left. Free some space and try again."],
  unsupported_media_type: [415, "This call takes another type of body. Look at the Content-Type."],
  checksum_mismatch: [422, "The stored bytes are not the ones announced. Upload them again."],
  incomplete_upload: [422, "Not all bytes have arrived. Send what is missing, then complete again."],
  rate_limited: [429, "Too many tries. Wait a little and try again."],
  internal: [500, "Something went wrong on our side."],
  unavailable: [503, "The storage or the database is out of reach. Try again in a moment."],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type ErrorCode = keyof typeof CATALOG;

/** One input at fault: `path` is the field's dotted path, `message` a sentence for the person who filled it in. */
export type FieldError = { path: string; message: string };

export type ErrorDetails = {
  detail?: string;
  errors?: FieldError[];
  /** Seconds until another try makes sense; sent as `Retry-After`. */
  retryAfter?: number;
  /** Further response headers, such as `WWW-Authenticate`. */
  headers?: Record<string, string>;
  cause?: unknown;
};

/** The one error that domain code throws; `lib/http/` turns it into an answer. The codes are those of the HTTP contract. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.detail ?? CATALOG[code][1], { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/** The HTTP status of an error code. */
export const statusOf = (code: ErrorCode): number => CATALOG[code][0];

/** The sentence people read when nothing more exact is known. */
export const sentenceOf = (code: ErrorCode): string => CATALOG[code][1];

/** All of those sentences, for whoever translates them. */
export const ERROR_SENTENCES: readonly string[] = Object.values(CATALOG).map(([, sentence]) => sentence);

/** An input at fault, named by its field. */
export const invalid = (path: string, message: string): AppError =>
  new AppError("validation_failed", { detail: message, errors: [{ path, message }] });
