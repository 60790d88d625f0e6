import { describe, expect, it } from "vitest";
import { expire, isDue } from "./lifecycle";
import type { LifecycleRule } from "./lifecycle-rules";
import type { Version } from "./records";

const DAY = 24 * 3600 * 1000;

const aRule = (given: Partial<LifecycleRule>): LifecycleRule => ({
  id: "rule",
  isEnabled: true,
  prefix: "",
  abortDays: undefined,
  expireDays: undefined,
  noncurrentDays: undefined,
  newerVersions: undefined,
  dropsLoneMarkers: false,
  ...given,
});

const aVersion = (versionId: string, day: number, isMarker = false): Version => ({
  versionId,
  isMarker,
  lastModified: day * DAY,
  size: 1,
  etag: "e",
  parts: [],
  headers: {},
  metadata: {},
});

const left = (versions: Version[], rule: Partial<LifecycleRule>, markerId?: string) =>
  expire({ key: "k", versions }, { rule: aRule(rule), now: 100 * DAY }, markerId).versions.map(
    (each) => each.versionId,
  );

describe("a lifecycle rule", () => {
  it("counts days from the next midnight", () => {
    expect([isDue(DAY / 2, 1, 2 * DAY - 1), isDue(DAY / 2, 1, 2 * DAY)]).toEqual([false, true]);
  });

  it("ends a version so long after another took its place", () => {
    const versions = [aVersion("c", 95), aVersion("b", 80), aVersion("a", 10)];
    expect(left(versions, { noncurrentDays: 15 })).toEqual(["c", "b"]);
    expect(left(versions, { noncurrentDays: 5 })).toEqual(["c"]);
    expect(left(versions, { noncurrentDays: 5, newerVersions: 1 })).toEqual(["c", "b"]);
  });

  it("ends an object, or hides it where versions are kept", () => {
    expect(left([aVersion("null", 1)], { expireDays: 30 })).toEqual([]);
    expect(left([aVersion("a", 1)], { expireDays: 30 }, "marker")).toEqual(["marker", "a"]);
    expect(left([aVersion("a", 90)], { expireDays: 30 }, "marker")).toEqual(["a"]);
  });

  it("removes a marker that hides nothing", () => {
    expect(left([aVersion("m", 1, true)], { dropsLoneMarkers: true })).toEqual([]);
    expect(left([aVersion("m", 1, true), aVersion("a", 1)], { dropsLoneMarkers: true })).toEqual(["m", "a"]);
  });
});
