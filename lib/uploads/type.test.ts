import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { typeOf, UNKNOWN_TYPE } from "./type";

const text = new TextEncoder().encode("hello");
const unannounced = (name: string) => ({ type: UNKNOWN_TYPE, name });

it("takes what the bytes say over what was announced", async () => {
  const png = readFileSync("docs/pictures/drive.png").subarray(0, 4100);
  expect(await typeOf(png, { type: "text/html", name: "page.html" })).toBe("image/png");
});

it("lets an announcement stand where the bytes say nothing", async () => {
  expect(await typeOf(text, { type: "text/x-go", name: "main.md" })).toBe("text/x-go");
});

it("asks the name where nothing was announced", async () => {
  expect(await typeOf(text, unannounced("notes.md"))).toBe("text/markdown");
  expect(await typeOf(text, unannounced("table.CSV"))).toBe("text/csv");
  expect(await typeOf(text, unannounced("no ending"))).toBe(UNKNOWN_TYPE);
  expect(await typeOf(text, unannounced("a.__proto__"))).toBe(UNKNOWN_TYPE);
});

it("believes no name that its bytes would have to bear out", async () => {
  expect(await typeOf(text, unannounced("types.ts"))).toBe("text/plain");
  expect(await typeOf(new Uint8Array([0, 1, 2]), unannounced("film.mp4"))).toBe(UNKNOWN_TYPE);
  expect(await typeOf(new Uint8Array([0, 1, 2]), unannounced("letter.docx"))).toBe(UNKNOWN_TYPE);
  expect(await typeOf(new Uint8Array(), unannounced("empty.png"))).toBe(UNKNOWN_TYPE);
});

it("knows text whose last character was cut in two", async () => {
  const cut = new TextEncoder().encode("é").subarray(0, 1);
  expect(await typeOf(Uint8Array.of(...text, ...cut), unannounced("types.ts"))).toBe("text/plain");
});
