import type { Locator } from "@playwright/test";
import { addFile } from "./support/add-file";
import { base, choose, expectAlive, logIn, newPerson } from "./support/people";
import { expect, test } from "./support/test";

test.use({ contextOptions: { forcedColors: "active" } });

const styleOf = (element: Locator, property: string): Promise<string> =>
  element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);

test("with the system's own colours buttons, fields, what is chosen and what is measured still show", async ({
  page,
}) => {
  const ada = await newPerson();
  await addFile(ada, "plan.txt", "plan");
  await logIn(page, ada);
  const canvas = await styleOf(page.locator("body"), "background-color");
  expect(await styleOf(page.getByRole("button", { name: "New", exact: true }), "border-style")).toBe("solid");
  expect(await styleOf(page.locator("search form"), "border-style")).toBe("solid");
  const list = page.getByRole("button", { name: "List", exact: true });
  const grid = page.getByRole("button", { name: "Grid", exact: true });
  expect(await styleOf(list, "background-color")).not.toBe(await styleOf(grid, "background-color"));
  const places = page.getByRole("navigation", { name: "Places" });
  expect(await styleOf(places.getByRole("link", { name: "My files" }), "outline-style")).toBe("solid");
  expect(await styleOf(places.getByRole("link", { name: "Recent" }), "outline-style")).toBe("none");
  const meter = page.getByRole("meter", { name: "Storage used" });
  expect(await styleOf(meter, "border-style")).toBe("solid");
  expect(await styleOf(meter.locator("div"), "background-color")).not.toBe(canvas);
  await choose(page, "plan.txt", "Share…");
  expect(await styleOf(page.getByRole("button", { name: "Create link" }), "border-style")).toBe("solid");
  await page.goto(`${base()}/drive/storage`);
  await expectAlive(page);
  const dot = page.getByRole("region", { name: "By kind" }).locator("li span").first();
  expect(await styleOf(dot, "background-color")).not.toBe(canvas);
  await page.goto(`${base()}/drive/recent`);
  expect(await styleOf(places.getByRole("link", { name: "Recent" }), "outline-style")).toBe("solid");
  await page.goto(`${base()}/settings`);
  const theme = page.getByRole("group", { name: "Theme" });
  const label = (name: string) => theme.locator("label", { hasText: name });
  expect(await styleOf(label("System"), "background-color")).not.toBe(await styleOf(label("Dark"), "background-color"));
});
