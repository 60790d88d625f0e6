import { expect, it } from "vitest";
import { judgePassword } from "./password-strength";

const ada = { name: "Ada Lovelace", email: "ada.lovelace@example.com" };
const labelOf = (password: string): string => judgePassword(password, ada).label;

it("says what the server would refuse: too short, or one's own name", () => {
  expect(labelOf("123456789")).toBe("auth.tooShort");
  expect(labelOf("ADA LOVELACE")).toBe("auth.tooEasy");
  expect(labelOf("ada.lovelace")).toBe("auth.tooEasy");
});

it("is not fooled by runs, repetition and well-worn words", () => {
  expect(labelOf("aaaaaaaaaaaaaaaaaaaa")).toBe("auth.weak");
  expect(labelOf("1234567890123")).toBe("auth.weak");
  expect(labelOf("abcabcabcabcabcabc")).toBe("auth.weak");
  expect(labelOf("Password2026!")).toBe("auth.weak");
});

it("takes words for what they are worth, and more of them for more", () => {
  expect(labelOf("correct horse")).toBe("auth.weak");
  expect(labelOf("correct horse battery")).toBe("auth.fair");
  expect(labelOf("correct horse battery lamp")).toBe("auth.good");
  expect(labelOf("correct horse battery staple lamp")).toBe("auth.strong");
});

it("knows that random characters tell more than words", () => {
  expect(labelOf("x7$Kq9!vR2mZ")).toBe("auth.good");
  expect(labelOf("x7$Kq9!vR2mZ#pL4")).toBe("auth.strong");
});
