import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readJson } from "./json";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const post = (body: ReadableStream) =>
  new Request("http://localhost/", {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
    // @ts-expect-error Node asks for it where a body streams; the DOM's types do not know it.
    duplex: "half",
  });

it("gives up on a body that takes longer than 30 s, however steadily it comes (SECURITY 17)", async () => {
  let drip: NodeJS.Timeout | undefined;
  const cancel = vi.fn(() => clearInterval(drip));
  const start = (controller: ReadableStreamDefaultController) => {
    drip = setInterval(() => controller.enqueue(new TextEncoder().encode(" ")), 1000);
  };
  const read = expect(readJson(post(new ReadableStream({ start, cancel })))).rejects.toMatchObject({
    code: "validation_failed",
    message: "The body took too long to arrive. Send it again.",
  });
  await vi.advanceTimersByTimeAsync(29_000);
  expect(cancel).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2000);
  await read;
  expect(cancel).toHaveBeenCalled();
});
