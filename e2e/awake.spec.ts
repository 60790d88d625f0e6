import { holdCompletion, logIn, newPerson, upload } from "./support/people";
import { expect, test } from "./support/test";

test("the screen stays awake while an upload runs, and may sleep when it is over", async ({ page }) => {
  await page.addInitScript(() => {
    const locks: string[] = [];
    const request = async () => {
      locks.push("held");
      return { release: async () => void locks.push("released") };
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
    Object.assign(window, { locks });
  });
  const locks = () => page.evaluate(() => Reflect.get(window, "locks"));
  await logIn(page, await newPerson());
  const release = await holdCompletion(page);
  await upload(page, [{ name: "clip.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(3_000_000) }]);
  await expect(page.getByText("Uploading 1 of 1")).toBeVisible();
  await expect.poll(locks).toEqual(["held"]);
  release();
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await expect.poll(locks).toEqual(["held", "released"]);
});
