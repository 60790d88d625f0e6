import { expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { problemAnswer } from "./problem-page";

const context = { requestId: "r1", locale: "en" as const };
const asPerson = { "sec-fetch-dest": "document", accept: "text/html,*/*;q=0.8" };
const answer = (error: AppError, headers: Record<string, string>) =>
  problemAnswer(new Request("http://localhost/s/1/download", { headers }), error, context);

it("tells a person by a page whom their browser would show it, with the status and the wait", async () => {
  const page = answer(new AppError("unavailable", { retryAfter: 2 }), asPerson);
  expect(page.status).toBe(503);
  expect(page.headers.get("retry-after")).toBe("2");
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(await page.text()).toContain(">Try again</a>");
});

it("lets nothing of what was asked for into the page as it stands", async () => {
  const detail = "<img src=x onerror=alert(1)>: this is no id.";
  const page = await answer(new AppError("validation_failed", { detail }), asPerson).text();
  expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
  expect(page).not.toContain("<img");
});

it.each([
  ["a program", { accept: "*/*" }],
  ["a script of a page", { "sec-fetch-dest": "empty", accept: "text/html" }],
])("tells %s by a document of its own", async (_, headers) => {
  const problem = answer(new AppError("not_found"), headers);
  expect(problem.headers.get("content-type")).toBe("application/problem+json");
  expect(await problem.json()).toMatchObject({ code: "not_found", requestId: "r1" });
});
