import { expect, it } from "vitest";
import { newId, newSecret } from "./ids";

it.each([
  ["an id", newId, 16],
  ["a secret", newSecret, 32],
])("makes %s of so many random bytes that no two are alike (SECURITY 5)", (_, make, bytes) => {
  const made = Array.from({ length: 1000 }, make);
  expect(new Set(made).size).toBe(1000);
  expect(new Set(made.map((each) => Buffer.from(each, "base64url").length))).toEqual(new Set([bytes]));
});
