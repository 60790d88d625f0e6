import { expect } from "vitest";
import type { Answer, Person } from "./http-client";

// What a stack, an engine or the schema library would say, which is for nobody outside.
const INSIDE = /\n\s+at |node_modules|Exception|Invalid input|expected \w+, received|ZodError|ECONN/;

/** Holds that an answer is a problem document as the contract has it, with a sentence in it. */
export function expectProblem({ status, headers, body }: Answer, wanted: { status: number; code: string }): void {
  expect({ status, code: body.code }).toEqual(wanted);
  expect(headers.get("content-type")).toBe("application/problem+json");
  const { errors, ...members } = body;
  expect(members).toEqual({
    type: `urn:smart-drive:problem:${wanted.code}`,
    title: expect.stringMatching(/^[A-Z].*\.$/),
    status: wanted.status,
    detail: expect.stringMatching(/\S.*[.)]$/),
    code: wanted.code,
    requestId: headers.get("x-request-id"),
  });
  const messages = (errors ?? []).map((error: { message: string }) => error.message);
  expect(messages).toEqual(messages.map(() => expect.stringMatching(/^\S.*\S$/)));
  expect([body.detail, ...messages].join()).not.toMatch(INSIDE);
}

const VIEWS = ["/api/files", "/api/trash", "/api/uploads", "/api/shares", "/api/usage"];

/** Does something and holds that nothing of the person's looks different afterwards. */
export async function changesNothing(person: Person, act: () => Promise<Answer>): Promise<Answer> {
  const before = await view(person);
  const answer = await act();
  expect(await view(person)).toEqual(before);
  return answer;
}

const view = (person: Person) => Promise.all(VIEWS.map(async (path) => (await person.call("GET", path)).body));

export const INVALID = { status: 400, code: "validation_failed" };
export const NOT_FOUND = { status: 404, code: "not_found" };
