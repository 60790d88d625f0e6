import { expect, it } from "vitest";
import { Email } from "./schema";

it.each([
  [" Ada@Example.COM ", "ada@example.com"],
  ["\tada@example.com\n", "ada@example.com"],
  ["ａｄａ@ｅｘａｍｐｌｅ.ｃｏｍ", "ada@example.com"],
  ["ﬁne@example.com", "fine@example.com"],
])("makes %j the one value %s (SECURITY 6)", (given, email) => {
  expect(Email.parse(given)).toBe(email);
});

it.each(["", "ada", "ada@", "@example.com", "a b@example.com", "ada@example.com\0", `${"a".repeat(250)}@example.com`])(
  "refuses %j (SECURITY 6)",
  (given) => {
    expect(Email.safeParse(given).success).toBe(false);
  },
);
