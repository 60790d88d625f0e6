import { expect, it } from "vitest";
import { Register } from "@/lib/auth/schema";
import { RenameEntry } from "@/lib/entries/schema";
import { parseInput } from "@/lib/http/problem";
import { said } from "@/lib/i18n/catalogue";
import { CreateShareOf } from "@/lib/sharing/schema";

/** All that a form is told of what was typed into it. */
function refusalsOf(parse: () => unknown): string[] {
  try {
    parse();
    return [];
  } catch (error) {
    const { message, details } = error as { message: string; details: { errors: { message: string }[] } };
    return [message, ...details.errors.map((each) => each.message)];
  }
}

const rename = (name: string) => () => parseInput(RenameEntry, { entryId: "an-entry", name });
const account = { email: "ada@example.com", password: "correct horse battery" };

it.each([
  ["an empty name", rename(" ")],
  ["a name of dots", rename(" .. ")],
  ["a name with a slash", rename("a/b")],
  ["a broken name", rename("\ud800")],
  ["a long name", rename("x".repeat(300))],
  ["no e-mail address", () => parseInput(Register, { ...account, email: "ada" })],
  ["a long name of a person", () => parseInput(Register, { ...account, name: "x".repeat(101) })],
  ["no downloads", () => parseInput(CreateShareOf, { entryId: "an-entry", maxDownloads: 0 })],
  ["a long password", () => parseInput(CreateShareOf, { entryId: "an-entry", password: "x".repeat(300) })],
])("%s is refused in Arabic", (_, parse) => {
  const refusals = refusalsOf(parse);
  expect(refusals.length).toBeGreaterThan(1);
  expect(
    refusals.map((sentence) => said("ar", sentence)).filter((sentence) => !/[\u0600-\u06ff]/.test(sentence)),
  ).toEqual([]);
});

it("tells a name of dots alone what it is", () => {
  expect(refusalsOf(rename(".."))).toContain("A name can't be made of dots alone, as . and .. are. Give another.");
});
