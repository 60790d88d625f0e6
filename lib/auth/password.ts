import "server-only";
import { createHash } from "node:crypto";
import { dictionary } from "@zxcvbn-ts/language-common";
import { z } from "zod";
import { runHash } from "@/lib/auth/hash-pool";
import { env } from "@/lib/env";
import { invalid } from "@/lib/errors";

const SCHEME = "bcrypt-sha384";
const MIN_LENGTH = 10;
const MAX_LENGTH = 256;
const BEST_KNOWN = 10_000;

/** A hash with the name of how it was made, so that the way can be changed later (SECURITY 1). */
export const StoredPassword = z.object({ scheme: z.literal(SCHEME), hash: z.string() });
export type StoredPassword = z.infer<typeof StoredPassword>;

let wellKnown: Set<string> | undefined;

function isWellKnown(password: string): boolean {
  wellKnown ??= new Set(
    dictionary["passwords-common"].filter((known: string) => known.length >= MIN_LENGTH).slice(0, BEST_KNOWN),
  );
  return wellKnown.has(password.toLowerCase());
}

/**
 * Holds a new password against the rules: 10 to 256 characters, not a well-known one, not the account's own name or e-mail.
 * @throws AppError `validation_failed` with what to choose instead.
 */
export function requireGoodPassword(
  password: string,
  account: { email: string; name?: string },
  path = "password",
): void {
  const normal = password.normalize("NFKC");
  const length = [...normal].length;
  if (length < MIN_LENGTH) throw invalid(path, `Choose a longer password: at least ${MIN_LENGTH} characters.`);
  if (length > MAX_LENGTH) throw invalid(path, `Choose a shorter password: at most ${MAX_LENGTH} characters.`);
  const own = [account.email, account.email.split("@")[0], account.name].map((text) => text?.toLowerCase());
  if (own.includes(normal.toLowerCase()))
    throw invalid(path, "Choose a password that is not your name or e-mail address.");
  if (isWellKnown(normal)) throw invalid(path, "This password is well known. Choose another one.");
}

// bcrypt reads 72 bytes and no more: it is given a digest of the whole, in which every character counts.
const digest = (password: string): string => createHash("sha384").update(password.normalize("NFKC")).digest("base64");

/** Hashes a password in a worker. */
export async function hashPassword(password: string): Promise<StoredPassword> {
  const hash = await runHash({ kind: "hash", text: digest(password), cost: env().BCRYPT_COST });
  return { scheme: SCHEME, hash: String(hash) };
}

/** Whether this is the password. Without a stored one it takes as long and is false, so that nobody learns who has an account. */
export async function verifyPassword(password: string, stored: StoredPassword | null): Promise<boolean> {
  // Awaited by everybody: else the first unknown e-mail of a process would wait for it alone, and be told apart.
  const nobody = await dummy();
  const { hash } = stored ?? nobody;
  const same = await runHash({ kind: "compare", text: digest(password), hash });
  return stored !== null && same === true;
}

let dummyHash: Promise<StoredPassword> | undefined;

// A real hash of the same cost (SECURITY 2), made once.
function dummy(): Promise<StoredPassword> {
  dummyHash ??= hashPassword("nobody has this password");
  return dummyHash;
}
