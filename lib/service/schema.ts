import { z } from "zod";

const Part = z.enum(["ok", "unavailable"]);

/** Whether the app can do its work, each engine told apart. */
export const Health = z
  .object({ status: Part, database: Part, storage: Part, version: z.string() })
  .meta({ id: "Health" });
export type Health = z.infer<typeof Health>;

/** Whether to send requests here, for whatever spreads them over the copies. */
export const Ready = z.object({ status: Part });

export const About = z.object({ name: z.string(), version: z.string(), docs: z.string() });
export type About = z.infer<typeof About>;

/** RFC 9457, as every refusal is sent. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().describe("stable; programs decide by it"),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: "Problem" });
