import { describe, expect, it } from "vitest";
import { originsOf, readSettings } from "./settings";

describe("readSettings", () => {
  it("brings its own engines when none is configured", () => {
    expect(readSettings({ S3_ENDPOINT: "" })).toMatchObject({ port: 3000, host: "127.0.0.1", isEngineGiven: false });
  });

  it("leaves engines alone that somebody configured", () => {
    expect(readSettings({ S3_BUCKET: "drive" }).isEngineGiven).toBe(true);
    expect(readSettings({ DYNAMODB_ENDPOINT: "http://localhost:8000" }).isEngineGiven).toBe(true);
  });

  it("names what it can't use", () => {
    expect(() => readSettings({ PORT: "http" })).toThrow(/^PORT: /);
    expect(() => readSettings({ PORT: "70000" })).toThrow(/^PORT: /);
    expect(() => readSettings({ PROVISION_SKIP: "everything" })).toThrow(/^PROVISION_SKIP: /);
  });
});

describe("originsOf", () => {
  it("is this machine alone when only this machine can reach the app", () => {
    const origins = originsOf({ host: "127.0.0.1", port: 3000 });
    expect(origins).toEqual(["http://localhost:3000", "http://127.0.0.1:3000"]);
  });

  it("names addresses, never everybody, when the network can reach it (SECURITY 22)", () => {
    expect(originsOf({ host: "0.0.0.0", port: 3000 })).not.toContain("*");
    expect(originsOf({ host: "192.168.1.5", port: 3000 })).toContain("http://192.168.1.5:3000");
  });
});
