import type { z } from "zod";

const KINDS: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

/** What to say of a value at fault where its schema has no sentence of its own: zod's words are for programmers. */
export function plainSentence(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "invalid_type" && issue.input === undefined) return "This is missing. Give it.";
  if (issue.code === "invalid_type") return `This is of the wrong kind. Give ${KINDS[issue.expected] ?? "another"}.`;
  if (issue.code === "too_big") return `This is too much. Give at most ${issue.maximum}.`;
  if (issue.code === "too_small") return `This is too little. Give at least ${issue.minimum}.`;
  return "This is not a value that the call takes. Look at /api/docs.";
}
