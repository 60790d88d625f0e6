import { expect, it } from "vitest";
import { createLock } from "./locks";

it("lets one work at a time for each name, in order, and goes on after a failure", async () => {
  const lock = createLock();
  const events: string[] = [];
  const work = (name: string, event: string) =>
    lock(name, async () => {
      events.push(`${event} begins`);
      await Promise.resolve();
      events.push(`${event} ends`);
      if (event === "first") throw new Error("failed");
      return event;
    });
  const outcomes = await Promise.allSettled([work("a", "first"), work("a", "second"), work("b", "other")]);
  const ofA = events.filter((event) => !event.startsWith("other"));
  expect(ofA).toEqual(["first begins", "first ends", "second begins", "second ends"]);
  expect(events.indexOf("other begins")).toBeLessThan(events.indexOf("second begins"));
  expect(outcomes.map((outcome) => outcome.status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
});
