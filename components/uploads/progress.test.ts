import { expect, it } from "vitest";
import { formatsOf } from "@/lib/format";
import { translator } from "@/lib/i18n/client-translate";
import en from "@/lib/i18n/en.json";
import { notesOf } from "./notes";
import { announcementOf, type Progress, progressOf } from "./progress";
import type { TrayItem } from "./upload-store";

const t = translator("en", en);
const aFile = (fields: Partial<TrayItem>): TrayItem => ({
  id: "1",
  name: "clip.mp4",
  size: 1000,
  parentId: "root",
  sent: 0,
  pace: null,
  state: "sending",
  hasFile: true,
  ...fields,
});
const progress = (fields: Partial<Progress>): Progress => ({
  ...progressOf({ items: [], pace: null, cancelled: 0 }),
  ...fields,
});

it("sums up what is under way, with speed and time left", () => {
  const items = [aFile({ sent: 500 }), aFile({ id: "2", size: 3000, state: "waiting" })];
  const summed = progressOf({ items, pace: 100, cancelled: 0 });
  expect(summed).toMatchObject({ active: 2, percent: 12 });
  expect(notesOf(summed, t, formatsOf("en"))).toBe("12 % · 100 bytes/s · 35 sec left");
});

it("leaves out what failed", () => {
  const items = [aFile({ sent: 500 }), aFile({ id: "2", state: "failed" })];
  expect(progressOf({ items, pace: null, cancelled: 0 })).toMatchObject({ active: 1, failed: 1, percent: 50 });
});

it("says that it waits when nothing of what is under way gets through", () => {
  const offline = aFile({ state: "offline" });
  expect(progressOf({ items: [offline], pace: null, cancelled: 0 }).isOffline).toBe(true);
  expect(progressOf({ items: [offline, aFile({ id: "2" })], pace: null, cancelled: 0 }).isOffline).toBe(false);
});

it("tells no speed and no time left while it waits", () => {
  const waiting = progressOf({ items: [aFile({ state: "offline", sent: 100 })], pace: 100, cancelled: 0 });
  expect(waiting).toMatchObject({ pace: null, secondsLeft: null });
});

it("says aloud the beginning, the quarters and the end, and nothing in between", () => {
  const said = [0, 10, 26, 49, 50].map((percent) => announcementOf(progress({ active: 1, count: 2, percent }), t));
  expect(new Set(said)).toEqual(new Set(["Uploading 2 files.", "25 percent uploaded.", "50 percent uploaded."]));
  expect(announcementOf(progress({ count: 2, percent: 100 }), t)).toBe("2 files uploaded.");
  expect(announcementOf(progress({ count: 2, failed: 1 }), t)).toBe("1 file could not be uploaded.");
  expect(announcementOf(progress({ count: 2, stopped: 2 }), t)).toBe("2 uploads can go on");
});
