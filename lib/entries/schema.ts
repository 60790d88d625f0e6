import { z } from "zod";
import { nameFault, normalizeName } from "@/lib/entries/names";
import { Id } from "@/lib/id";

/** A file's or folder's name as it is kept; see names.ts for the rules. */
export const Name = z
  .string("Give it a name.")
  .max(5000, "The name is too long: at most 255 bytes.")
  .transform((given, context) => {
    const name = normalizeName(given);
    const fault = nameFault(name);
    if (fault) context.addIssue({ code: "custom", message: fault });
    return name;
  });

const iso = z.iso.datetime({ precision: 3 });

export const Kind = z.enum(["file", "folder"]);
export type Kind = z.infer<typeof Kind>;

export const Role = z.enum(["owner", "editor", "viewer"]);
export type Role = z.infer<typeof Role>;

/** A file or folder as its viewer sees it. */
export const Entry = z
  .object({
    id: Id,
    kind: Kind,
    name: z.string(),
    parentId: Id.nullable().describe(
      "`root` in the top folder; null for the top folder itself, or when shared with the caller",
    ),
    size: z.number().int().nullable(),
    type: z.string().nullable(),
    checksum: z.object({ sha256: z.string() }).nullable(),
    versionId: Id.nullable(),
    createdAt: iso,
    modifiedAt: iso,
    trashedAt: iso.nullable(),
    starred: z.boolean(),
    ownerId: Id,
    role: Role,
    etag: z.string(),
  })
  .meta({ id: "Entry" });
export type Entry = z.infer<typeof Entry>;

/** One stored content of a file. */
export const Version = z
  .object({
    id: Id,
    size: z.number().int(),
    type: z.string(),
    checksum: z.object({ sha256: z.string() }).nullable(),
    createdAt: iso,
    createdBy: Id,
    current: z.boolean(),
  })
  .meta({ id: "Version" });
export type Version = z.infer<typeof Version>;

/** One page of a list; `nextCursor` is null on the last. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export type Page<T> = { items: T[]; nextCursor: string | null };

/** `?limit=` and `?cursor=` of every list. */
export const paging = {
  limit: z.coerce
    .number("Give a whole number from 1 to 1000.")
    .int("Give a whole number from 1 to 1000.")
    .min(1, "Give at least 1.")
    .max(1000, "Give at most 1000.")
    .default(100),
  cursor: z.string().max(4000, "This cursor is not one of ours. Start again without it.").optional(),
};

export const Sort = z.enum(["name", "modified", "size"], "Sort by name, modified or size.");
export type Sort = z.infer<typeof Sort>;
export const Order = z.enum(["asc", "desc"], "Order is asc or desc.");
export type Order = z.infer<typeof Order>;

/** How many entries a folder's page sends at first: as many as a usual window shows. The list reads on by itself. */
export const FIRST_ENTRIES = 20;

export const ListFolder = z.strictObject({
  parent: Id.default("root"),
  sort: Sort.default("name"),
  order: Order.default("asc"),
  ...paging,
});
export type ListFolder = z.infer<typeof ListFolder>;

export const ListPlain = z.strictObject(paging);
export type ListPlain = z.infer<typeof ListPlain>;

const instant = z.iso.datetime({ offset: true, message: "Give an ISO 8601 time." });
const bytes = z.coerce
  .number("Give a size in whole bytes.")
  .int("Sizes are whole bytes.")
  .min(0, "A size is never negative.");

export const Search = z.strictObject({
  q: z
    .string("Say what to look for.")
    .trim()
    .min(1, "Say what to look for.")
    .max(500, "Look for less: at most 500 characters."),
  kind: z.enum(["file", "folder"], "Kind is file or folder.").optional(),
  type: z
    .string()
    .regex(/^[a-z]+(\/[\w.+-]+)?$/i, "Give a media type such as image/png, its first half, document, archive or other.")
    .toLowerCase()
    .optional(),
  modifiedAfter: instant.optional(),
  modifiedBefore: instant.optional(),
  minSize: bytes.optional(),
  maxSize: bytes.optional(),
  in: Id.optional(),
  ...paging,
});
export type Search = z.infer<typeof Search>;

export const ListActivity = z.strictObject({ entry: Id.optional(), ...paging });
export type ListActivity = z.infer<typeof ListActivity>;

const pictureType = z.enum(["image/webp", "image/png", "image/jpeg"], "A thumbnail is WebP, PNG or JPEG.");

export const StartThumbnail = z.strictObject({
  type: pictureType,
  size: z.number().int().min(1, "A thumbnail is not empty.").max(200_000, "A thumbnail has at most 200,000 bytes."),
  md5: z.string().regex(/^[A-Za-z0-9+/]{22}==$/, "Give the MD5 in base64: 24 characters."),
});
export type StartThumbnail = z.infer<typeof StartThumbnail>;

export const KeptThumbnail = z.strictObject({ type: pictureType.nullable() });
export type KeptThumbnail = z.infer<typeof KeptThumbnail>;

export const ListThumbnails = z.strictObject({
  ids: z
    .string("Name the entries.")
    .transform((ids) => ids.split(","))
    .pipe(z.array(Id).min(1, "Name at least one entry.").max(100, "Name at most 100 entries.")),
});
export type ListThumbnails = z.infer<typeof ListThumbnails>;

/** A file's small picture: where it is for some minutes, or that there is none yet, or that none can be made. */
export const Thumbnail = z
  .object({ id: Id, state: z.enum(["ready", "missing", "none"]), url: z.string().nullable() })
  .meta({ id: "Thumbnail" });
export type Thumbnail = z.infer<typeof Thumbnail>;
export const Thumbnails = z.object({ items: z.array(Thumbnail) });
export const SignedPut = z.object({ url: z.string(), headers: z.record(z.string(), z.string()) });

const onFolderConflict = z.enum(
  ["rename"],
  "For a folder, a move or a copy, the only way out of a taken name is rename.",
);

export const CreateFolder = z.strictObject({ parentId: Id, name: Name, onConflict: onFolderConflict.optional() });
export type CreateFolder = z.infer<typeof CreateFolder>;

export const PatchEntry = z.strictObject({
  name: Name.optional(),
  parentId: Id.optional(),
  starred: z.boolean("true or false").optional(),
  onConflict: onFolderConflict.optional(),
});
export type PatchEntry = z.infer<typeof PatchEntry>;

export const CopyEntry = z.strictObject({
  parentId: Id,
  name: Name.optional(),
  onConflict: onFolderConflict.optional(),
});
export type CopyEntry = z.infer<typeof CopyEntry>;

/** How far the copy of a folder is: whether all of it is there, and how many entries are meanwhile. */
export const CopyProgress = z.object({ isDone: z.boolean(), copied: z.number().int() });
export type CopyProgress = z.infer<typeof CopyProgress>;

export const EntryId = z.strictObject({ entryId: Id });
export type EntryId = z.infer<typeof EntryId>;

export const RenameEntry = z.strictObject({ entryId: Id, name: Name });
export type RenameEntry = z.infer<typeof RenameEntry>;

export const MoveEntries = z.strictObject({ entryIds: z.array(Id).min(1).max(1000), parentId: Id });
export type MoveEntries = z.infer<typeof MoveEntries>;

export const EntryIds = z.strictObject({ entryIds: z.array(Id).min(1).max(1000) });
export type EntryIds = z.infer<typeof EntryIds>;

export const StarEntries = z.strictObject({ entryIds: z.array(Id).min(1).max(1000), starred: z.boolean() });
export type StarEntries = z.infer<typeof StarEntries>;

export const ContentQuery = z.strictObject({
  disposition: z.enum(["inline", "attachment"], "Disposition is inline or attachment.").default("attachment"),
  version: Id.optional(),
});
export type ContentQuery = z.infer<typeof ContentQuery>;

export const Batch = z
  .strictObject({
    action: z.enum(["trash", "restore", "delete", "move", "star", "unstar"], "This is not something a batch can do."),
    ids: z.array(Id).min(1, "Name at least one entry.").max(1000, "Name at most 1000 entries."),
    parentId: Id.optional(),
  })
  .refine((batch) => (batch.action === "move") === (batch.parentId !== undefined), {
    path: ["parentId"],
    message: "parentId goes with move, and only with it.",
  });
export type Batch = z.infer<typeof Batch>;

export const BatchResults = z.object({
  results: z.array(z.object({ id: z.string(), ok: z.boolean(), code: z.string().optional() })),
});
export type BatchResults = z.infer<typeof BatchResults>;

export const Path = z.object({ items: z.array(z.object({ id: Id, name: z.string() })) });
export type Path = z.infer<typeof Path>;
