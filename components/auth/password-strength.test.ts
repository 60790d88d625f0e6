import { expect, it } from "vitest";
import { judgePassword } from "./password-strength";

const ada = { name: "Ada Lovelace", email: "ada.lovelace@example.com" };
const labelOf = (password: string): string => judgePassword(password, ada).label;

it("says what the server would refuse: too short, or one's own name", () => {
  expect(labelOf("123456789")).toBe("Too short");
  expect(labelOf("ADA LOVELACE")).toBe("Too easy");
  expect(labelOf("ada.lovelace")).toBe("Too easy");
});

it("is not fooled by runs, repetition and well-worn words", () => {
  expect(labelOf("aaaaaaaaaaaaaaaaaaaa")).toBe("Weak");
  expect(labelOf("1234567890123")).toBe("Weak");
  expect(labelOf("abcabcabcabcabcabc")).toBe("Weak");
  expect(labelOf("Password2026!")).toBe("Weak");
});

it("takes words for what they are worth, and more of them for more", () => {
  expect(labelOf("correct horse")).toBe("Weak");
  expect(labelOf("correct horse battery")).toBe("Fair");
  expect(labelOf("correct horse battery lamp")).toBe("Good");
  expect(labelOf("correct horse battery staple lamp")).toBe("Strong");
});

it("knows that random characters tell more than words", () => {
  expect(labelOf("x7$Kq9!vR2mZ")).toBe("Good");
  expect(labelOf("x7$Kq9!vR2mZ#pL4")).toBe("Strong");
});
