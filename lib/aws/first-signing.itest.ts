import { afterEach, expect, it, vi } from "vitest";
import { put } from "@/e2e/support/files";
import { newId } from "@/lib/ids";
import { presignPut } from "./presign";

afterEach(() => void vi.useRealTimers());

// A file of its own: the client remembers what it learnt of the store's time.
it("signs by the store's time from the first, when our clock is wrong by 16 minutes (SECURITY 30)", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 16 * 60_000 });
  const signed = await presignPut({ objectKey: newId(), size: 1, type: "text/plain", digests: {} });
  expect((await put({ partNumber: 1, ...signed }, new Uint8Array(1))).status).toBe(200);
});
