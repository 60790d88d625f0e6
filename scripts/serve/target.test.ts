import { describe, expect, it } from "vitest";
import { checkTarget } from "./target";

const notFound = expect.objectContaining({ code: "not_found" });
const refused = expect.objectContaining({ code: "validation_failed" });

describe("checkTarget", () => {
  it("lets paths and queries pass", () => {
    expect(() => checkTarget("/drive/%C3%A9?name=%ff&x=%")).not.toThrow();
  });

  it("finds nothing under bytes that are no text (SECURITY 11)", () => {
    expect(() => checkTarget("/s/%ff")).toThrow(notFound);
    expect(() => checkTarget("/s/100%")).toThrow(notFound);
    expect(() => checkTarget("/s/%c3%28")).toThrow(notFound);
  });

  it("refuses an address without bound (SECURITY 17)", () => {
    expect(() => checkTarget(`/${"a".repeat(8191)}`)).not.toThrow();
    expect(() => checkTarget(`/${"a".repeat(8192)}`)).toThrow(refused);
  });

  it("refuses to be a proxy", () => {
    expect(() => checkTarget("http://elsewhere.example/")).toThrow(refused);
  });
});
