import { z } from "zod";

/** An account as its owner sees it. */
export const User = z
  .object({ id: z.string(), email: z.string(), name: z.string(), createdAt: z.iso.datetime({ precision: 3 }) })
  .meta({ id: "User" });
export type User = z.infer<typeof User>;

const bytes = z.number().int();

/** What an account's files take of its room. */
export const Usage = z
  .object({
    usedBytes: bytes,
    reservedBytes: bytes,
    quotaBytes: bytes,
    files: z.number().int(),
    byType: z.array(z.object({ type: z.string(), bytes, files: z.number().int() })),
  })
  .meta({ id: "Usage" });
export type Usage = z.infer<typeof Usage>;

/** An e-mail address, made one value before it is judged: NFKC, trimmed, lower case (SECURITY 6). */
export const Email = z
  .string("Type your e-mail address.")
  .max(1000, "This e-mail address is too long.")
  .transform((given) => given.normalize("NFKC").trim().toLowerCase())
  .pipe(
    z
      .email("This is not an e-mail address. It looks like name@example.com.")
      .max(254, "This e-mail address is too long."),
  );

/** What people are called; left out, it is taken from the e-mail address. */
export const PersonName = z
  .string("Type a name.")
  .max(1000, "A name has at most 100 characters.")
  .transform((given) =>
    given
      .normalize("NFC")
      .replace(/\p{Cc}/gu, " ")
      .trim(),
  )
  .pipe(z.string().max(100, "A name has at most 100 characters."));
