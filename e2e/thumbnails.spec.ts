import { expect, type Page, test } from "@playwright/test";
import { base, expectAlive, logIn, newPerson, type Person, upload } from "./support/people";

/** A picture as a browser draws it, so wide and high. */
const aPicture = async (page: Page, width: number, height: number): Promise<Buffer> => {
  const bytes = await page.evaluate(
    async ([w, h]) => {
      const canvas = new OffscreenCanvas(w ?? 1, h ?? 1);
      const context = canvas.getContext("2d");
      context?.fillRect(0, 0, (w ?? 1) / 2, h ?? 1);
      return [...new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer())];
    },
    [width, height],
  );
  return Buffer.from(bytes);
};

const stateOf = async ({ call }: Person): Promise<string[]> => {
  const { items } = await call<{ items: { id: string }[] }>("/api/files");
  const ids = items.map(({ id }) => id).join(",");
  const thumbnails = await call<{ items: { state: string }[] }>(`/api/thumbnails?ids=${ids}`);
  return thumbnails.items.map(({ state }) => state);
};

const shown = (page: Page) => page.getByRole("grid").locator("img");

test("a picture shows itself small, made in the browser and stored beside it", async ({ page, browser }) => {
  const ada = await newPerson();
  await logIn(page, ada);
  await upload(page, [{ name: "big.png", mimeType: "image/png", buffer: await aPicture(page, 1600, 800) }]);
  await expect(shown(page)).toHaveCount(1);
  await expect.poll(() => stateOf(ada)).toEqual(["ready"]);
  const other = await (await browser.newContext()).newPage();
  const fetched: string[] = [];
  other.on("request", (request) => fetched.push(request.url()));
  await logIn(other, ada);
  await expect(shown(other)).toHaveCount(1);
  await expect.poll(() => shown(other).evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(384);
  expect(fetched.filter((url) => url.includes("/content"))).toEqual([]);
});

test("of a picture that came by another way it is made on first view, and of what is none never again", async ({
  page,
}) => {
  const ada = await newPerson();
  await logIn(page, ada);
  const send = async (name: string, bytes: Buffer) => {
    const form = new FormData();
    form.set("file", new Blob([new Uint8Array(bytes)], { type: "image/png" }), name);
    const headers = { cookie: (await page.context().cookies()).map((each) => `${each.name}=${each.value}`).join("; ") };
    const origin = { origin: base(), "sec-fetch-site": "same-origin" };
    expect(
      (await fetch(`${base()}/api/upload`, { method: "POST", body: form, headers: { ...headers, ...origin } })).status,
    ).toBe(201);
  };
  await send("real.png", await aPicture(page, 500, 500));
  await send("torn.png", (await aPicture(page, 500, 500)).subarray(0, 60));
  await page.reload();
  await expectAlive(page);
  await expect(shown(page)).toHaveCount(1);
  await expect.poll(() => stateOf(ada)).toEqual(["ready", "none"]);
});
