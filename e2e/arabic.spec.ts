import type { Page } from "@playwright/test";
import { addFile } from "./support/add-file";
import { base, expectAccessible, expectAlive, newPerson } from "./support/people";
import { expect, test } from "./support/test";

/** What a page says in Latin letters, but for the names that were given and the product's own. */
const english = (page: Page): Promise<string[]> =>
  page.locator("body").evaluate((body) => {
    const own =
      /^(Smart Drive|Ada|A|English|QR|ZIP|PDF|Chrome · .*|Headless.*|Ctrl.*|.*@example\.com|node|plan|plan\.txt|[\d.: ]+)$/;
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      const text = textContent?.trim() ?? "";
      const isDrawn = parentElement?.closest("script, style, noscript, [hidden], template") === null;
      if (isDrawn && /[A-Za-z]{2}/.test(text) && !/[\u0600-\u06ff]/.test(text) && !own.test(text)) found.push(text);
    }
    return found;
  });

test.beforeEach(async ({ page }) => {
  await page.context().addCookies([{ name: "locale", value: "ar", url: base() }]);
});

async function enter(page: Page, path: string) {
  const ada = await newPerson();
  const id = await addFile(ada, "plan.txt", "plan");
  await ada.call(`/api/files/${id}/shares`, "POST", {});
  await page.goto(`${base()}/login?next=${path}`);
  await page.getByLabel("البريد الإلكتروني").fill(ada.email);
  await page.getByLabel("كلمة المرور", { exact: true }).fill(ada.password);
  await page.getByRole("button", { name: "تسجيل الدخول" }).click();
  await page.waitForURL(base() + path);
  await expectAlive(page);
}

test("no page of the drive falls back into English", async ({ page }) => {
  const found: Record<string, string[]> = {};
  const look = async (path: string) => {
    await page.goto(base() + path);
    await expectAlive(page);
    const said = await english(page);
    if (said.length > 0) found[path] = said;
  };
  for (const path of ["/", "/login", "/register"]) await look(path);
  await enter(page, "/drive");
  for (const path of [
    "/drive",
    "/drive/recent",
    "/drive/starred",
    "/drive/links",
    "/drive/trash",
    "/drive/storage",
    "/drive/search?q=plan",
    "/settings",
  ]) {
    await look(path);
  }
  expect(found).toEqual({});
});

test("a refusal, the details and the field of the search are Arabic, and go from right to left @phone", async ({
  page,
}) => {
  await enter(page, "/drive");
  expect(await page.getByRole("combobox").evaluate((field) => getComputedStyle(field).direction)).toBe("rtl");
  await page.getByRole("button", { name: "إجراءات أخرى لـ plan.txt" }).click();
  await page.getByRole("menuitem", { name: "إعادة تسمية…" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("a/b");
  await page.keyboard.press("Enter");
  await expect(page.getByText("لا يمكن أن يحتوي الاسم على / أو \\ أو أحرف تحكم أو علامات اتجاه.")).toBeVisible();
  await page.getByRole("dialog").getByRole("textbox").fill("..");
  await page.keyboard.press("Enter");
  await expect(page.getByText("لا يمكن أن يتكون الاسم من نقاط فقط، مثل . و .. اختر اسمًا آخر.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "إجراءات أخرى لـ plan.txt" }).click();
  await page.getByRole("menuitem", { name: "التفاصيل" }).click();
  const details = page.getByRole("complementary", { name: "التفاصيل" });
  await expect(details.getByRole("link", { name: "ملفاتي" })).toBeVisible();
  await expect(details.getByText("مستند نصي")).toBeVisible();
  await expectAccessible(page);
});

test("in the list of links a name begins where its line does, and numbers are of one kind", async ({ page }) => {
  await enter(page, "/drive/links");
  const row = page.getByRole("row", { name: /plan\.txt/ });
  const [name, note] = [row.getByText("plan.txt"), row.getByText("ينتهي")];
  const endOf = (box: { x: number; width: number } | null) => Math.round((box?.x ?? 0) + (box?.width ?? 0));
  expect(endOf(await name.boundingBox())).toBe(endOf(await note.boundingBox()));
  await expect(row.getByRole("img")).toBeVisible();
  expect(await row.getByRole("img").getAttribute("aria-label")).toMatch(/^[^\u0660-\u0669]*30 يومًا$/);
});
