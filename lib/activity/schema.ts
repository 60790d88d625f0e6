import { z } from "zod";

/** What an account's owner is told of afterwards (SECURITY 33). */
export const Action = z.enum([
  "account.registered",
  "session.begun",
  "session.refused",
  "session.ended",
  "link.made",
  "link.opened",
  "link.downloaded",
  "entry.purged",
  "version.dropped",
  "copy.incomplete",
]);
export type Action = z.infer<typeof Action>;

/** One thing that was done with an account, and from where. A job has neither client nor address. */
export const Activity = z.object({
  id: z.string(),
  action: Action,
  at: z.iso.datetime({ precision: 3 }),
  entryId: z.string().nullable(),
  client: z.string().nullable(),
  address: z.string().nullable(),
});
export type Activity = z.infer<typeof Activity>;
