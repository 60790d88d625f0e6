import { expect, it } from "vitest";
import { checkMethod } from "./method";

const refused = (allow: string) =>
  expect.objectContaining({ code: "method_not_allowed", details: { headers: { allow } } });

it("lets the contract's methods pass, and HEAD where there is GET", () => {
  expect(() => checkMethod("POST", "/api/files/batch?x=1")).not.toThrow();
  expect(() => checkMethod("HEAD", "/api/files/abc")).not.toThrow();
});

it("knows the names of older clients", () => {
  expect(() => checkMethod("POST", "/api/files/upload")).not.toThrow();
  expect(() => checkMethod("GET", "/upload")).toThrow(refused("POST, OPTIONS"));
});

it("refuses any other, and says which are allowed", () => {
  expect(() => checkMethod("GET", "/api/files/batch")).toThrow(refused("POST, OPTIONS"));
  expect(() => checkMethod("PUT", "/api/files/abc")).toThrow(refused("GET, PATCH, DELETE, HEAD, OPTIONS"));
});

it("refuses what no page takes either, and leaves a link's page its forms", () => {
  expect(() => checkMethod("TRACE", "/drive")).toThrow(expect.objectContaining({ code: "method_not_allowed" }));
  expect(() => checkMethod("POST", "/s/abc")).not.toThrow();
});
