import type { Page } from "@playwright/test";
import { base, expectAlive, logIn, newPerson, type Person, upload } from "./support/people";
import { expect, test } from "./support/test";

/** A picture as a browser draws it, so wide and high. */
const aPicture = async (page: Page, width: number, height: number, type = "image/png"): Promise<Buffer> => {
  const bytes = await page.evaluate(
    async ([w, h, kind]) => {
      const canvas = new OffscreenCanvas(w, h);
      const context = canvas.getContext("2d");
      context?.fillRect(0, 0, w / 2, h);
      return [...new Uint8Array(await (await canvas.convertToBlob({ type: kind })).arrayBuffer())];
    },
    [width, height, type] as const,
  );
  return Buffer.from(bytes);
};

/** A picture of a camera: with a note in it that tells where it was taken. */
const withPlace = (jpeg: Buffer): Buffer => {
  const note = Buffer.from("Exif\0\0GPS 48.8584 N 2.2945 E");
  const head = Buffer.from([0xff, 0xe1, 0, note.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, note, jpeg.subarray(2)]);
};

const stateOf = async ({ call }: Person): Promise<string[]> => {
  const { items } = await call<{ items: { id: string }[] }>("/api/files");
  const ids = items.map(({ id }) => id).join(",");
  const thumbnails = await call<{ items: { state: string }[] }>(`/api/thumbnails?ids=${ids}`);
  return thumbnails.items.map(({ state }) => state);
};

const shown = (page: Page) => page.getByRole("grid").locator("img");

test("a picture shows itself small, made in the browser and stored beside it without its place (SECURITY 36)", async ({
  page,
  browser,
}) => {
  const ada = await newPerson();
  await logIn(page, ada);
  const photo = withPlace(await aPicture(page, 1600, 800, "image/jpeg"));
  await upload(page, [{ name: "photo.jpg", mimeType: "image/jpeg", buffer: photo }]);
  await expect(shown(page)).toHaveCount(1);
  await expect.poll(() => stateOf(ada)).toEqual(["ready"]);
  const other = await (await browser.newContext()).newPage();
  const fetched: string[] = [];
  other.on("request", (request) => fetched.push(request.url()));
  await logIn(other, ada);
  await expect(shown(other)).toHaveCount(1);
  await expect.poll(() => shown(other).evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(384);
  expect(fetched.filter((url) => url.includes("/content"))).toEqual([]);
  const [src = ""] = await shown(other).evaluateAll((images: HTMLImageElement[]) => images.map((img) => img.src));
  const stored = Buffer.from(await (await fetch(src)).arrayBuffer());
  expect(photo.includes("GPS")).toBe(true);
  expect(stored.includes("GPS") || stored.includes("Exif")).toBe(false);
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
