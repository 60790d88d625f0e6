import { afterEach, expect, it, vi } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { put } from "@/e2e/support/files";
import { contentUrl } from "@/lib/entries/content";
import { completeUpload } from "@/lib/uploads/complete";
import { startUpload } from "@/lib/uploads/uploads";
import { headObject } from "./s3";

afterEach(() => void vi.useRealTimers());

/** Our clock is wrong by so much; the store's is right. */
const shiftClock = (minutes: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minutes * 60_000 });

it.each([16, -16, 240])(
  "calls the store by its own time when ours is wrong by %i minutes (SECURITY 30)",
  async (by) => {
    shiftClock(by);
    expect(await headObject("nobody/nothing")).toBeNull();
  },
);

it.each([15, -15, 240])(
  "signs what clients send and fetch when our clock is wrong by %i minutes (SECURITY 30)",
  async (by) => {
    shiftClock(by);
    const ada = await aUser();
    await headObject("nobody/nothing");
    const upload = await startUpload(ada, { parentId: "root", name: "a.txt", size: 3 });
    expect((await put(upload.parts[0], new Uint8Array([1, 2, 3]))).status).toBe(200);
    const { id } = await completeUpload(ada, upload.id, {});
    expect((await fetch(await contentUrl(ada, id, { disposition: "inline" }))).status).toBe(200);
  },
);
