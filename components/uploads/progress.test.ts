import { expect, it } from "vitest";
import { announcementOf, progressOf } from "./progress";
import type { TrayItem } from "./upload-store";

const aFile = (fields: Partial<TrayItem>): TrayItem => ({
  id: 1,
  name: "clip.mp4",
  size: 1000,
  sent: 0,
  state: "sending",
  ...fields,
});

it("sums up what is under way, with speed and time left", () => {
  const items = [aFile({ sent: 500 }), aFile({ id: 2, size: 3000, state: "waiting" })];
  expect(progressOf({ items, pace: 100 })).toMatchObject({
    active: 2,
    percent: 12,
    notes: "12 % · 100 bytes/s · 35 sec left",
  });
});

it("leaves out what failed", () => {
  const items = [aFile({ sent: 500 }), aFile({ id: 2, state: "failed" })];
  expect(progressOf({ items, pace: null })).toMatchObject({ active: 1, failed: 1, percent: 50, notes: "50 %" });
});

it("says aloud the beginning, the quarters and the end, and nothing in between", () => {
  const said = [0, 10, 26, 49, 50].map((percent) =>
    announcementOf({ active: 1, failed: 0, count: 2, percent, notes: "" }),
  );
  expect(new Set(said)).toEqual(new Set(["Uploading 2 files.", "25 percent uploaded.", "50 percent uploaded."]));
  expect(announcementOf({ active: 0, failed: 0, count: 2, percent: 100, notes: "" })).toBe("2 files uploaded.");
  expect(announcementOf({ active: 0, failed: 1, count: 2, percent: 100, notes: "" })).toBe(
    "1 file could not be uploaded.",
  );
});
