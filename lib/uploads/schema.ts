import { z } from "zod";
import { Name } from "@/lib/entries/schema";
import { Id } from "@/lib/id";

const hex64 = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, "Give the SHA-256 as 64 hex digits.")
  .transform((value) => value.toLowerCase());
const md5 = z.string().regex(/^[A-Za-z0-9+/]{22}==$/, "Give the MD5 in base64: 24 characters.");
const crc32 = z
  .string()
  .regex(/^[0-9a-f]{8}$/i, "Give the CRC-32 as 8 hex digits.")
  .transform((value) => value.toLowerCase());
const partNumber = z
  .number()
  .int("Part numbers are whole.")
  .min(1, "Part numbers start at 1.")
  .max(10_000, "Part numbers end at 10,000.");

/** What to do about a name that is taken (API.md, Names). */
export const OnConflict = z.enum(["rename", "version"], "onConflict is rename or version.");
export type OnConflict = z.infer<typeof OnConflict>;

export const StartUpload = z.strictObject({
  parentId: Id,
  name: Name,
  size: z.number("Give the size in whole bytes.").int("Sizes are whole bytes.").min(0, "A size is never negative."),
  type: z
    .string()
    .max(255, "A type has at most 255 characters.")
    .regex(/^[\w.+-]+\/[\w.+-]+(\s*;.*)?$/, "Give a media type such as image/png.")
    .optional(),
  sha256: hex64.optional(),
  md5: md5.optional(),
  crc32: crc32.optional(),
  modifiedAt: z.iso.datetime({ offset: true, message: "Give an ISO 8601 time." }).optional(),
  onConflict: OnConflict.optional(),
});
export type StartUpload = z.infer<typeof StartUpload>;

export const SignParts = z.strictObject({
  parts: z
    .array(z.strictObject({ partNumber, md5: md5.optional(), sha256: hex64.optional() }))
    .min(1, "Name at least one part.")
    .max(100, "Name at most 100 parts."),
});
export type SignParts = z.infer<typeof SignParts>;

export const CompleteUpload = z.strictObject({
  parts: z
    .array(z.strictObject({ partNumber, etag: z.string().min(1).max(200) }))
    .max(10_000)
    .optional(),
  sha256: hex64.optional(),
  crc32: crc32.optional(),
});
export type CompleteUpload = z.infer<typeof CompleteUpload>;

/** One request to make: PUT to `url` with every header of `headers` as it stands. */
export const SignedPart = z.object({
  partNumber: z.number().int(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
});
export type SignedPart = z.infer<typeof SignedPart>;

export const SignedParts = z.object({ parts: z.array(SignedPart) });

export const Upload = z
  .object({
    id: Id,
    fileName: z.string(),
    parentId: Id,
    size: z.number().int(),
    type: z.string(),
    method: z.enum(["single", "multipart"]),
    partSize: z.number().int(),
    partCount: z.number().int(),
    parts: z.array(SignedPart),
    received: z.array(z.object({ partNumber: z.number().int(), size: z.number().int() })),
    expiresAt: z.iso.datetime({ precision: 3 }),
  })
  .meta({ id: "Upload" });
export type Upload = z.infer<typeof Upload>;
