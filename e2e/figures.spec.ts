import { rowOf } from "./support/folders";
import { logIn, newPerson, upload } from "./support/people";
import { expect, test } from "./support/test";

test.use({ timezoneId: "Pacific/Auckland" });

test("times are of the viewer's zone, the exact instant on hover, and sizes in units that people use", async ({
  page,
}) => {
  await page.clock.setFixedTime("2026-03-02T10:45:00.000Z");
  const ada = await newPerson();
  const sent = { parentId: "root", name: "old.bin", size: 0, modifiedAt: "2026-03-02T10:30:00.000Z" };
  const { id, parts } = await ada.call<{ id: string; parts: { url: string; headers: Record<string, string> }[] }>(
    "/api/upload",
    "POST",
    sent,
  );
  await fetch(parts[0]?.url ?? "", { method: "PUT", headers: parts[0]?.headers });
  await ada.call(`/api/upload/${id}/complete`, "POST", {});
  await logIn(page, ada);
  const time = rowOf(page, "old.bin").getByRole("time");
  await expect(time).toHaveText("11:30 PM");
  await expect(time).toHaveAttribute("datetime", "2026-03-02T10:30:00.000Z");
  await expect(time).toHaveAttribute("title", /Monday, March 2, 2026 at 11:30:00 PM GMT\+13/);
  await upload(page, [{ name: "clip.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(1_234_567) }]);
  await expect(rowOf(page, "clip.bin")).toContainText("1.2 MB");
  await expect(page.getByRole("meter", { name: "Storage" })).toHaveAttribute("aria-valuetext", /1\.2 MB of 10\.7 GB/);
});
