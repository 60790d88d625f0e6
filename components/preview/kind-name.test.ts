import { expect, it } from "vitest";
import { CATALOGUES } from "@/lib/i18n/catalogue";
import { translator } from "@/lib/i18n/client-translate";
import { kindName } from "./kind-name";

const t = translator("en", CATALOGUES.en);

it.each([
  ["text/plain", "Text document"],
  ["image/png", "PNG image"],
  ["image/svg+xml", "SVG image"],
  ["audio/mpeg", "MP3 audio"],
  ["video/mp4", "MP4 video"],
  ["application/pdf", "PDF document"],
  ["application/zip", "Archive"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Spreadsheet"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document"],
  ["application/octet-stream", "Binary file"],
  ["application/x-of-its-own", "application/x-of-its-own"],
  [null, "File"],
])("names %s in words: %s", (type, name) => {
  expect(kindName({ kind: "file", type }, t)).toBe(name);
});

it("names a folder, in Arabic too", () => {
  expect(kindName({ kind: "folder", type: null }, translator("ar", CATALOGUES.ar))).toBe("مجلد");
});
