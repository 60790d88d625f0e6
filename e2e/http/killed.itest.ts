import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Drive, startDrive } from "@/e2e/support/drive";
import { aPerson, type Part, type Person, put, sha256 } from "@/e2e/support/http-client";

const MIB = 1024 ** 2;
const SIZE = 36 * MIB;
const PART = 8 * MIB;

let drive: Drive;
beforeAll(async () => {
  drive = await startDrive();
});
afterAll(() => drive.stop());

const partOf = (bytes: Uint8Array<ArrayBuffer>, partNumber: number) =>
  bytes.slice((partNumber - 1) * PART, partNumber * PART);

/** Sends the first half of a part and leaves it at that; answers how to hang up. */
async function putHalf({ url, headers }: Part, bytes: Uint8Array): Promise<() => void> {
  const sent = request(url, { method: "PUT", headers: { ...headers, "content-length": bytes.length } });
  sent.on("error", () => undefined);
  await new Promise<void>((resolve) => {
    sent.write(bytes.subarray(0, bytes.length / 2), () => resolve());
  });
  return () => sent.destroy();
}

async function begin(ada: Person, bytes: Uint8Array<ArrayBuffer>, name: string) {
  const { body: upload } = await ada.call("POST", "/api/upload", { parentId: "root", name, size: SIZE });
  await put(upload.parts[0], partOf(bytes, 1));
  await put(upload.parts[1], partOf(bytes, 2));
  return upload;
}

async function sendMissing(ada: Person, uploadId: string, bytes: Uint8Array<ArrayBuffer>): Promise<number[]> {
  const { body: upload } = await ada.call("GET", `/api/upload/${uploadId}`);
  const received = new Set(upload.received.map((part: { partNumber: number }) => part.partNumber));
  const missing = [1, 2, 3, 4, 5].filter((partNumber) => !received.has(partNumber));
  const parts = missing.map((partNumber) => ({ partNumber }));
  const signed = await ada.call("POST", `/api/upload/${uploadId}/parts`, { parts });
  for (const part of signed.body.parts) expect((await put(part, partOf(bytes, part.partNumber))).status).toBe(200);
  return missing;
}

it.each(["app", "dynamo", "store"] as const)(
  "goes on after kill -9 of the %s in the middle of a part, from the parts that the store has (SECURITY 26)",
  async (victim) => {
    const ada = await aPerson(drive.url);
    const bytes = new Uint8Array(randomBytes(SIZE));
    const upload = await begin(ada, bytes, "clip.bin");
    const hangUp = await putHalf(upload.parts[2], partOf(bytes, 3));
    await drive[victim].kill9();
    hangUp();
    await drive[victim].restart();
    expect((await ada.call("GET", "/api/files")).body.items).toEqual([]);
    expect(await sendMissing(ada, upload.id, bytes)).toEqual([3, 4, 5]);
    const { status, body } = await ada.call("POST", `/api/upload/${upload.id}/complete`, { sha256: sha256(bytes) });
    expect({ status, size: body.size }).toEqual({ status: 201, size: SIZE });
    await expectArrived(ada, bytes);
  },
);

const MOMENTS_MS = [0, 15, 40, 80];
const kills = (["app", "dynamo", "store"] as const).flatMap((victim) => MOMENTS_MS.map((ms) => ({ victim, ms })));

it.each(kills)(
  "is wholly there or wholly not after kill -9 of the $victim $ms ms into its completion, and asking again ends it (SECURITY 26)",
  async ({ victim, ms }) => {
    const ada = await aPerson(drive.url);
    const bytes = new Uint8Array(randomBytes(SIZE));
    const upload = await begin(ada, bytes, "clip.bin");
    await sendMissing(ada, upload.id, bytes);
    const complete = () => ada.call("POST", `/api/upload/${upload.id}/complete`, {});
    const first = complete().catch(() => null);
    // Not a wait for anything: the moments at which the kill falls.
    await delay(ms);
    await drive[victim].kill9();
    await drive[victim].restart();
    const answer = await first;
    const { items } = (await ada.call("GET", "/api/files")).body;
    expect(items.map((entry: { size: number }) => entry.size)).toEqual(items.length === 0 ? [] : [SIZE]);
    if (answer?.status === 201) expect(items).toHaveLength(1);
    // A store that was killed may hold its lock on the completion for some seconds: 503, and the client asks again.
    await expect.poll(async () => (await complete()).status, { interval: 1000, timeout: 30_000 }).not.toBe(503);
    expect((await complete()).status).toBe(201);
    await expectArrived(ada, bytes);
  },
);

async function expectArrived(ada: Person, bytes: Uint8Array): Promise<void> {
  const { items } = (await ada.call("GET", "/api/files")).body;
  expect(items.map((entry: { name: string }) => entry.name)).toEqual(["clip.bin"]);
  const { headers } = await ada.call("GET", `/api/files/${items[0].id}/content`);
  const content = await fetch(headers.get("location") ?? "");
  expect(sha256(new Uint8Array(await content.arrayBuffer()))).toBe(sha256(bytes));
  const usage = (await ada.call("GET", "/api/usage")).body;
  expect(usage).toMatchObject({ usedBytes: SIZE, reservedBytes: 0, files: 1 });
  expect((await ada.call("GET", "/api/uploads")).body.items).toEqual([]);
}
