import { z } from "zod";

/** What an account's owner is told of afterwards (SECURITY 33). */
export const Action = z.enum([
  "account.registered",
  "session.begun",
  "session.refused",
  "session.ended",
  "sessions.ended",
  "password.changed",
  "token.made",
  "token.revoked",
  "link.made",
  "link.opened",
  "link.downloaded",
  "entry.created",
  "entry.uploaded",
  "entry.replaced",
  "entry.copied",
  "entry.renamed",
  "entry.moved",
  "entry.trashed",
  "entry.restored",
  "entry.purged",
  "version.restored",
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
  /** Whose deed it was; null for a link's visitor, for somebody who could not log in, and for a job. */
  byId: z.string().nullable().default(null),
  client: z.string().nullable(),
  address: z.string().nullable(),
});
export type Activity = z.infer<typeof Activity>;

/** The same as its account's owner is told it: `by` is null for a link's visitor, a failed log-in, and a job. */
export const ActivityView = Activity.omit({ byId: true })
  .extend({ by: z.object({ id: z.string(), name: z.string() }).nullable() })
  .meta({ id: "Activity" });
export type ActivityView = z.infer<typeof ActivityView>;
