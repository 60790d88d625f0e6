import { randomBytes } from "node:crypto";
import { expectAlive } from "./support/people";
import { expect, test } from "./support/test";

test("an upload that the store refuses says so, can be tried again, and then arrives", async ({ page }) => {
  await page.goto("/register");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Email").fill(`${randomBytes(8).toString("hex")}@example.com`);
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await expectAlive(page);
  await page.route("**/api/upload/*/complete", (route) =>
    route.fulfill({
      status: 410,
      json: { code: "gone", detail: "This upload was aborted. Start it again.", requestId: "1" },
    }),
  );
  const aborted = page.waitForRequest(
    (request) => request.method() === "DELETE" && request.url().includes("/api/upload/"),
  );
  await page.getByRole("button", { name: "New", exact: true }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: "Upload files" }).click();
  await (await chooser).setFiles([{ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("hello") }]);
  await expect(page.getByText("1 of 1 failed")).toBeVisible();
  await expect(page.getByText("This upload was aborted. Start it again.")).toBeVisible();
  await aborted;
  await page.unroute("**/api/upload/*/complete");
  await page.getByRole("button", { name: "Retry notes.txt" }).click();
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await expect(page.getByRole("row", { name: /notes.txt/ })).toBeVisible();
});
