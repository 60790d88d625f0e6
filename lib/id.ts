import { z } from "zod";

/** The strict pattern of every id that a client may send (SECURITY 11). */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "This is not an id. Take it from an earlier answer.");
