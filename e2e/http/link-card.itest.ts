import { expect, inject, it } from "vitest";
import { aFileOf, aPerson } from "@/e2e/support/http-client";

const base = inject("baseUrl");
const cardOf = async (shareId: string): Promise<string> => {
  const page = await fetch(`${base}/s/${shareId}`, {
    headers: { accept: "text/html", "user-agent": "Twitterbot/1.0" },
  });
  return (await page.text()).match(/<meta [^>]*(?:og:|name="description")[^>]*>/g)?.join("\n") ?? "";
};

it("gives a messenger what to show of a link, and nothing of one that asks for a password (SECURITY 12)", async () => {
  const ada = await aPerson(base);
  const { id } = await aFileOf(ada, "garden plan.txt", "plan");
  const open = await ada.call("POST", `/api/files/${id}/shares`, {});
  const locked = await ada.call("POST", `/api/files/${id}/shares`, { password: "tulip field" });
  const card = await cardOf(open.body.id);
  expect(card).toContain("garden plan.txt");
  expect(card).toContain("4 bytes");
  expect(await cardOf(locked.body.id)).not.toContain("garden");
  const activity = await ada.call("GET", `/api/activity?entry=${id}`);
  const opened = activity.body.items.filter(({ action }: { action: string }) => action === "link.opened");
  expect(opened).toHaveLength(1);
});
