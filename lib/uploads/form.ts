import "server-only";
import { createHash } from "node:crypto";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Upload as StoreUpload } from "@aws-sdk/lib-storage";
import busboy from "busboy";
import { z } from "zod";
import type { User } from "@/lib/auth/session";
import { bucket, encryption, s3 } from "@/lib/aws/s3";
import { Entry, Name } from "@/lib/entries/schema";
import { AppError, invalid } from "@/lib/errors";
import { type Deed, once } from "@/lib/http/idempotency";
import { parseInput } from "@/lib/http/problem";
import { Id } from "@/lib/id";
import { completeUpload } from "@/lib/uploads/complete";
import type { UploadRow } from "@/lib/uploads/repo";
import { OnConflict } from "@/lib/uploads/schema";
import { abortUpload, openFormUpload, settleSize } from "@/lib/uploads/uploads";

const PART_BYTES = 8 * 1024 * 1024;
const MAX_FIELDS = 4;

const Fields = z.strictObject({ parentId: Id.default("root"), onConflict: OnConflict.optional() });

type FormFile = { name: string; type: string; bytes: Readable };

/**
 * A file sent as `multipart/form-data` by a script, streamed to the store in constant memory. The fields stand before the
 * file, as `curl -F parentId=… -F file=@…` sends them. Room for the whole request is reserved and settled at the end.
 * @throws AppError as an upload does; what arrived of a refused file is thrown away.
 */
export async function uploadForm(user: User, request: Request): Promise<Entry> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!Number.isSafeInteger(length)) throw invalid("Content-Length", "Send the length of the form in Content-Length.");
  const { fields, file, finished, fault } = await readForm(request);
  const input = { ...parseInput(Fields, fields), name: parseInput(Name, file.name), type: file.type };
  const row = await openFormUpload(user, { ...input, size: length });
  try {
    const received = await store(row, file);
    await finished;
    await settleSize(row, received.size);
    const deed = { key: request.headers.get("idempotency-key"), body: { ...input, ...received } };
    return await completeOnce(user, row, deed, received.sha256);
  } catch (error) {
    // Its sender is told why the form was refused, whatever becomes of the abort: what it leaves behind, the sweep takes.
    await abortUpload(user, row.id).catch(() => undefined);
    throw fault() ?? error;
  }
}

// What a form holds is known only when all of it has come. Until then it has made nothing: the retry of one that was answered
// is thrown away here, and gets the first answer (API.md, Retries).
async function completeOnce(
  user: User,
  row: UploadRow,
  deed: Pick<Deed, "key" | "body">,
  sha256: string,
): Promise<Entry> {
  let isFirst = false;
  const answer = await once({ ...deed, scope: user.id, path: "a form" }, async () => {
    isFirst = true;
    return Response.json(await completeUpload(user, row.id, { sha256 }));
  });
  if (!isFirst) await abortUpload(user, row.id);
  return Entry.parse(await answer.json());
}

type Form = {
  fields: Record<string, string>;
  file: FormFile;
  /** Kept when the form ended and held nothing that it should not. */
  finished: Promise<void>;
  /** What was wrong with the form so far: of a file that ends too early, the store knows no more than that it did. */
  fault: () => AppError | undefined;
};

/** Answers as soon as the file begins. */
function readForm(request: Request): Promise<Form> {
  const { body } = request;
  if (!body) throw noFile();
  const parser = openParser(request);
  const { fields, fault, refuse } = watch(parser);
  return new Promise((resolve, reject) => {
    const finished = pipeline(Readable.from(chunksOf(body)), parser)
      .catch(() => refuse(brokeOff()))
      .then(() => {
        const found = fault();
        if (found) throw found;
      });
    parser.on("file", (_, bytes, { filename, mimeType }) => {
      const found = fault();
      if (found) return reject(found);
      const file = { name: filename ?? "", type: mimeType, bytes };
      return resolve({ fields: Object.fromEntries(fields), file, finished, fault });
    });
    parser.on("close", () => reject(noFile()));
    finished.catch(reject);
  });
}

/** Gathers the fields and remembers the first thing that is wrong with the form. */
function watch(parser: busboy.Busboy) {
  const fields = new Map<string, string>();
  let first: AppError | undefined;
  let isFileSeen = false;
  const refuse = (error: AppError) => {
    first ??= error;
  };
  parser.on("field", (name, value, { valueTruncated }) => {
    if (isFileSeen) refuse(invalid(name, "Send the fields before the file."));
    if (fields.has(name)) refuse(invalid(name, "The form says this twice. Say it once."));
    if (valueTruncated) refuse(invalid(name, "This is too long."));
    fields.set(name, value);
  });
  parser.on("file", (field, bytes) => {
    isFileSeen = true;
    if (field !== "file") refuse(noFile());
    // Of a form that was refused nobody reads the file: when it breaks off then, that must not end the process.
    bytes.on("error", () => undefined);
  });
  parser.on("fieldsLimit", () => refuse(invalid("", `A form has at most ${MAX_FIELDS} fields.`)));
  parser.on("filesLimit", () => refuse(invalid("file", "Send one file at a time.")));
  parser.on("error", () => refuse(brokeOff()));
  return { fields, refuse, fault: () => first };
}

const noFile = () => invalid("file", "Send the file in the field named file.");
const brokeOff = () => invalid("", "The form broke off. Send it again.");

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

function openParser(request: Request) {
  try {
    const headers = { "content-type": request.headers.get("content-type") ?? "" };
    return busboy({ headers, defParamCharset: "utf8", limits: { files: 1, fields: MAX_FIELDS, fieldSize: 4096 } });
  } catch {
    throw invalid("Content-Type", "The form has no boundary. Let your client set the Content-Type.");
  }
}

async function store(row: UploadRow, file: FormFile): Promise<{ size: number; sha256: string }> {
  const hash = createHash("sha256");
  let size = 0;
  const counted = new PassThrough({ highWaterMark: 1024 * 1024 });
  counted.on("data", (chunk: Buffer) => {
    hash.update(chunk);
    size += chunk.length;
  });
  const params = { Bucket: bucket(), Key: row.objectKey, Body: counted, ContentType: row.type, ...encryption() };
  const sending = new StoreUpload({ client: s3(), params, partSize: PART_BYTES, queueSize: 2 });
  const piping = pipeline(file.bytes, counted).catch(async (error) => {
    await sending.abort();
    throw error;
  });
  await Promise.all([sending.done(), piping]);
  if (file.bytes.destroyed && !file.bytes.readableEnded) throw new AppError("incomplete_upload");
  return { size, sha256: hash.digest("hex") };
}
