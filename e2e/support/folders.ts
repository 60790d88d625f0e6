import type { Locator, Page } from "@playwright/test";
import { logIn, makeFolders, newPerson, type Person } from "./people";

/** The row of an entry whose name begins so. */
export const rowOf = (page: Page, name: string): Locator => page.getByRole("row", { name: new RegExp(`^${name}`) });

/** The bar that says how many are selected. */
export const selectionOf = (page: Page): Locator => page.getByRole("toolbar", { name: "Selection" });

/** Somebody with folders named "Folder 001" and so on, who looks at them. */
export async function withFolders(page: Page, count = 5): Promise<Person> {
  const ada = await newPerson();
  await makeFolders(ada, count);
  await logIn(page, ada);
  return ada;
}
