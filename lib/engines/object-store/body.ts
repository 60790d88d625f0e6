import type { IncomingHttpHeaders } from "node:http";
import { decodeAwsChunked } from "./aws-chunked";
import { type BodyPlan, planBody } from "./body-plan";
import { type Checksum, type ChecksumAlgorithm, createHasher, type Hasher, isChecksumValue } from "./checksums";
import type { Context } from "./context";
import { storeError, systemCode } from "./errors";

export interface Received {
  size: number;
  md5: Buffer;
  /** The one asked for by the receiver, else the one that the client proved. */
  checksum: Checksum | undefined;
}

export interface Receiver {
  maxBytes: number;
  write(chunk: Buffer): Promise<void>;
  /** Also to be computed, though the client may not have sent it. */
  algorithm?: ChecksumAlgorithm | undefined;
  /** That the checksum headers speak of something else than this body. */
  isChecksumOfObject?: boolean;
}

const MAX_TEXT_BYTES = 8 * 1024 * 1024;

/**
 * Reads a body to its end, passing it on as it comes.
 * @throws when it is not what its headers promised; what was passed on must then be thrown away.
 */
export async function receiveBody(context: Context, receiver: Receiver): Promise<Received> {
  const plan = planBody(bodyHeaders(context, receiver), context.payloadHash);
  if (plan.size > receiver.maxBytes) throw storeError("EntityTooLarge");
  const offered = plan.checksum?.algorithm ?? plan.trailer;
  if (receiver.algorithm && offered && offered !== receiver.algorithm) {
    const text = `Checksum Type mismatch occurred, expected checksum Type: ${receiver.algorithm}, actual: ${offered}`;
    throw storeError("InvalidRequest", text);
  }
  const hashers = await createHashers(plan, receiver.algorithm);
  const trailers = new Map<string, string>();
  let size = 0;
  for await (const chunk of readChunks(context, plan, trailers)) {
    size += chunk.length;
    if (size > plan.size) throw storeError("IncompleteBody");
    for (const hasher of hashers.values()) hasher.update(chunk);
    await receiver.write(chunk);
  }
  if (size !== plan.size) throw storeError("IncompleteBody");
  const digests = new Map([...hashers].map(([name, hasher]) => [name, hasher.digest()]));
  const proved = judge(plan, digests, trailers);
  const wanted = receiver.algorithm;
  const value = wanted && digests.get(wanted)?.toString("base64");
  const checksum = wanted && value ? { algorithm: wanted, value } : proved;
  return { size, md5: digests.get("md5") ?? Buffer.alloc(0), checksum };
}

/** Reads a small body as text, such as the XML of a configuration. */
export async function receiveText(context: Context, options: { isChecksumOfObject?: boolean } = {}): Promise<string> {
  const chunks: Buffer[] = [];
  const write = async (chunk: Buffer) => {
    chunks.push(chunk);
  };
  await receiveBody(context, { ...options, maxBytes: MAX_TEXT_BYTES, write });
  return Buffer.concat(chunks).toString("utf8");
}

function bodyHeaders({ request }: Context, { isChecksumOfObject }: Receiver): IncomingHttpHeaders {
  if (!isChecksumOfObject) return request.headers;
  const own = Object.entries(request.headers).filter(([name]) => !name.startsWith("x-amz-checksum-"));
  return Object.fromEntries(own);
}

type HashName = ChecksumAlgorithm | "md5";

async function createHashers(plan: BodyPlan, extra: ChecksumAlgorithm | undefined): Promise<Map<HashName, Hasher>> {
  const names = new Set<HashName>(["md5"]);
  if (plan.sha256) names.add("sha256");
  for (const name of [plan.checksum?.algorithm, plan.trailer, extra]) if (name) names.add(name);
  const hashers = new Map<HashName, Hasher>();
  for (const name of names) hashers.set(name, await createHasher(name));
  return hashers;
}

async function* readChunks(context: Context, plan: BodyPlan, trailers: Map<string, string>): AsyncGenerator<Buffer> {
  context.letClientSend();
  const raw: AsyncIterable<Buffer> = context.request.iterator({ destroyOnReturn: false });
  try {
    yield* plan.isChunked ? decodeAwsChunked(raw, trailers) : raw;
  } catch (error) {
    if (systemCode(error) === "ECONNRESET") throw storeError("IncompleteBody");
    throw error;
  }
}

/** @returns the checksum that the client sent, now proved. @throws when any promise is broken. */
function judge(plan: BodyPlan, digests: Map<HashName, Buffer>, trailers: Map<string, string>): Checksum | undefined {
  if (plan.md5 && !plan.md5.equals(digests.get("md5") ?? Buffer.alloc(0))) throw storeError("BadDigest");
  if (plan.sha256 && digests.get("sha256")?.toString("hex") !== plan.sha256)
    throw storeError("XAmzContentSHA256Mismatch");
  const promised = plan.checksum ?? readTrailer(plan, trailers);
  if (promised && digests.get(promised.algorithm)?.toString("base64") !== promised.value) {
    throw storeError(
      "XAmzContentChecksumMismatch",
      `The x-amz-checksum-${promised.algorithm} does not match the body.`,
    );
  }
  return promised;
}

function readTrailer(plan: BodyPlan, trailers: Map<string, string>): Checksum | undefined {
  if (!plan.trailer) return undefined;
  const value = trailers.get(`x-amz-checksum-${plan.trailer}`);
  if (value === undefined || !isChecksumValue(plan.trailer, value)) {
    throw storeError("InvalidRequest", `Value for x-amz-checksum-${plan.trailer} trailing header is invalid.`);
  }
  return { algorithm: plan.trailer, value };
}
