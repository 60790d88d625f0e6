import { waitToRetry } from "@/lib/http/client-wait";
import { putPart } from "@/lib/uploads/client-put";
import { type Failure, insist, type Sending } from "@/lib/uploads/client-transfer";
import type { SignedPart } from "@/lib/uploads/schema";

const PARTS_AT_ONCE = 4;
const MOST_REFUSED = 6;
// What the store says while it, or the way to it, is in trouble: it passes.
const PASSING = [0, 408, 409, 429];

type Part = { partNumber: number; bytes: Blob; md5: string };

/**
 * Sends the parts that the store hasn't got, a few at a time and in order, straight to it. What it has is read once more where
 * the sums of the whole don't reach yet. Answers what stopped it, null when all parts are there.
 */
export async function sendParts(sending: Sending): Promise<Failure | null> {
  const { upload, plan, file, hasher } = sending;
  const received = new Map(upload.received.map((part) => [part.partNumber, part.size]));
  const report = reporter(sending, received);
  const hashedParts = plan.uploadId === upload.id ? (plan.hashed?.parts ?? 0) : 0;
  const isLeft = (partNumber: number) => !received.has(partNumber) || partNumber > hashedParts;
  const left = Array.from({ length: upload.partCount }, (_, index) => index + 1).filter(isLeft);
  // What ends one lane ends all: none goes on behind the back of an upload that has failed.
  const ended = new AbortController();
  const own = { ...sending, signal: AbortSignal.any([sending.signal, ended.signal]) };
  const sendLeft = async (): Promise<Failure | null> => {
    for (let partNumber = left.shift(); partNumber; partNumber = left.shift()) {
      const from = (partNumber - 1) * upload.partSize;
      const bytes = file.slice(from, from + upload.partSize);
      const { md5, hashed } = await hasher.part(bytes, partNumber);
      own.signal.throwIfAborted();
      if (hashed && upload.partCount > 1) {
        await sending.save(partNumber === 1 ? { hashed, firstMd5: md5 } : { hashed });
      }
      if (received.has(partNumber)) continue;
      const failure = await sendPart(own, { partNumber, bytes, md5 }, report(partNumber));
      if (failure) return failure;
    }
    return null;
  };
  const lane = () =>
    sendLeft().then(
      (failure) => {
        if (failure) ended.abort();
        return failure;
      },
      (error: unknown) => {
        ended.abort();
        throw error;
      },
    );
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(PARTS_AT_ONCE, upload.partCount) }, lane));
  // A refusal says more than the lanes that it broke off.
  const failure = lanes.flatMap((each) => (each.status === "fulfilled" && each.value ? [each.value] : []))[0];
  if (failure) return failure;
  sending.signal.throwIfAborted();
  const broken = lanes.find((each) => each.status === "rejected");
  if (broken) throw broken.reason;
  return null;
}

/** Adds up what is on its way. */
function reporter({ onProgress }: Sending, received: Map<number, number>) {
  const sent = new Map(received);
  let total = [...sent.values()].reduce((sum, size) => sum + size, 0);
  onProgress(total);
  return (partNumber: number) => (bytes: number) => {
    total += bytes - (sent.get(partNumber) ?? 0);
    sent.set(partNumber, bytes);
    onProgress(total);
  };
}

// The address is signed late and again with each try: one that expired looks like a network error to a browser (STACK, Falls).
async function sendPart(sending: Sending, part: Part, onProgress: (bytes: number) => void): Promise<Failure | null> {
  const { signal, upload, onWait } = sending;
  let signed = upload.method === "single" ? upload.parts[0] : undefined;
  let refused = 0;
  for (let failures = 0; ; failures++) {
    if (!signed) {
      const result = await signPart(sending, part);
      if (!result.ok) return result.error;
      signed = result.value.parts[0];
    }
    const status = signed ? await putPart(signed, part.bytes, { onProgress, signal }) : 0;
    // 412: it is there already, from a try whose answer was lost.
    if (status === 200 || status === 412) {
      onWait(false);
      return null;
    }
    onProgress(0);
    signed = undefined;
    if (!(await isReadable(part.bytes))) return "unreadable";
    if (!PASSING.includes(status) && status < 500) refused++;
    // Other bytes than were hashed: the file is being written to.
    if (refused >= MOST_REFUSED) return status === 400 ? "changed" : { code: "internal", message: "" };
    // An address that expired is signed again at once, and to a browser it can look like a network that broke.
    if (failures === 0 && navigator.onLine) continue;
    onWait(true);
    await waitToRetry(failures, signal);
  }
}

const signPart = (sending: Sending, { partNumber, md5 }: Part) =>
  insist<{ parts: SignedPart[] }>(sending, `/api/upload/${sending.upload.id}/parts`, {
    method: "POST",
    body: { parts: [{ partNumber, md5 }] },
  });

const isReadable = (bytes: Blob): Promise<boolean> =>
  bytes
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
