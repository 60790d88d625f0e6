import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Upload } from "@aws-sdk/lib-storage";
import { writeBigFile } from "@/e2e/support/big-file";
import { startDrive } from "@/e2e/support/drive";
import { aPerson, type Part, type Person, put } from "@/e2e/support/http-client";
import { bucket, s3Client } from "@/lib/aws/s3";
import { newId } from "@/lib/ids";
import { ensureBuilt } from "@/scripts/start/build";
import { cpuMs } from "./hold";
import { judge, median } from "./verdict";

/**
 * A large file through the protocol, four parts at a time, beside the same bytes by the SDK's own upload straight to the same
 * store; and what of the app it takes. `BYTES` (1 GiB) and `ROUNDS` (3) are honoured. Linux alone tells what a process used.
 */
const MIB = 1024 ** 2;
const bytes = Number(process.env.BYTES ?? 1024 * MIB);
const rounds = Number(process.env.ROUNDS ?? 3);
const AT_ONCE = 4;
const PART_BYTES = 8 * MIB;
const SIGNED_AT_ONCE = 16;
const LEAST_SPEED = 0.95;
const MOST_CPU_S = 0.14;
const MOST_GROWTH_MB = 30;

type Signed = Part & { body: Uint8Array<ArrayBuffer> };

/** Sends one file as a client should: parts signed late, several by one call, each with its own digest; no byte is read twice. */
async function sendByProtocol(person: Person, path: string, size: number): Promise<void> {
  const start = await person.call("POST", "/api/upload", { parentId: "root", name: newId(), size });
  if (start.status !== 201) throw new Error(`${start.status} ${JSON.stringify(start.body)}`);
  const { id } = start.body;
  const file = await open(path);
  const parts = signedParts(person, id, file, Math.ceil(size / PART_BYTES));
  const lane = async () => {
    for (let next = await parts.next(); !next.done; next = await parts.next()) {
      const { ok, status } = await put(next.value, next.value.body);
      if (!ok) throw new Error(`The store answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  await file.close();
  const { status, body } = await person.call("POST", `/api/upload/${id}/complete`, {});
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
}

/** The parts with their addresses; the next few are made ready while these are sent. */
async function* signedParts(person: Person, id: string, file: FileHandle, count: number): AsyncGenerator<Signed> {
  const prepare = (first: number) => signFrom(person, id, file, first, Math.min(SIGNED_AT_ONCE, count - first));
  let coming = prepare(0);
  for (let first = 0; first < count; first += SIGNED_AT_ONCE) {
    const ready = await coming;
    if (first + SIGNED_AT_ONCE < count) coming = prepare(first + SIGNED_AT_ONCE);
    yield* ready;
  }
}

async function signFrom(person: Person, id: string, file: FileHandle, first: number, count: number): Promise<Signed[]> {
  const bodies: Uint8Array<ArrayBuffer>[] = [];
  const parts = [];
  for (let index = first; index < first + count; index++) {
    const { buffer, bytesRead } = await file.read(new Uint8Array(PART_BYTES), 0, PART_BYTES, index * PART_BYTES);
    const body = buffer.subarray(0, bytesRead);
    bodies.push(body);
    parts.push({ partNumber: index + 1, sha256: createHash("sha256").update(body).digest("hex") });
  }
  const signed = await person.call("POST", `/api/upload/${id}/parts`, { parts });
  if (signed.status !== 200) throw new Error(`${signed.status} ${JSON.stringify(signed.body)}`);
  const targets: Part[] = signed.body.parts;
  return targets.map((target, index) => ({ ...target, body: bodies[index] ?? new Uint8Array() }));
}

async function sendBySdk(path: string): Promise<void> {
  const params = { Bucket: bucket(), Key: newId(), Body: createReadStream(path, { highWaterMark: MIB }) };
  await new Upload({ client: s3Client(), params, queueSize: AT_ONCE, partSize: PART_BYTES }).done();
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

async function residentMb(pid: number): Promise<number> {
  const [, kb = "0"] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kb) / 1000;
}

await ensureBuilt(".data");
const dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
const drive = await startDrive();
try {
  const path = join(dir, "large.bin");
  await writeBigFile(path, bytes);
  const person = await aPerson(drive.url);
  const { pid } = drive.app;
  // Whatever an app does for the first time of its life is no part of what an upload costs.
  await sendByProtocol(person, path, Math.min(bytes, 10 * PART_BYTES));
  const own: number[] = [];
  const sdk: number[] = [];
  const cpu: number[] = [];
  const memory = await residentMb(pid);
  for (let round = 0; round < rounds; round++) {
    const before = cpuMs([pid]);
    own.push(await seconds(() => sendByProtocol(person, path, bytes)));
    cpu.push((cpuMs([pid]) - before) / 1000);
    sdk.push(await seconds(() => sendBySdk(path)));
  }
  const growth = (await residentMb(pid)) - memory;
  const speed = median(sdk) / median(own);
  const shown = `${median(own).toFixed(2)} s, the SDK straight to the store ${median(sdk).toFixed(2)} s`;
  judge(
    speed >= LEAST_SPEED,
    `upload by the protocol: ${shown}: ${speed.toFixed(2)} of its speed, ${LEAST_SPEED} at least`,
  );
  const used = median(cpu);
  judge(used <= MOST_CPU_S, `the app's processor time for it: ${used.toFixed(2)} s, at most ${MOST_CPU_S}`);
  judge(growth <= MOST_GROWTH_MB, `the app's memory: ${growth.toFixed(0)} MB more, at most ${MOST_GROWTH_MB}`);
} finally {
  await drive.stop();
  await rm(dir, { recursive: true, force: true });
}
