import { expect, it } from "vitest";
import { previewKindOf } from "@/lib/preview-kind";

it.each([
  ["photo.jpg", "image/jpeg", "image"],
  ["drawing.svg", "application/xml", "drawing"],
  ["drawing", "image/svg+xml", "drawing"],
  ["scan.tiff", "image/tiff", "none"],
  ["paper.pdf", "application/pdf", "pdf"],
  ["film.mp4", "video/mp4", "video"],
  ["song", "audio/mpeg", "audio"],
  ["README.md", "text/markdown", "markdown"],
  ["rows.csv", "text/plain", "table"],
  ["page.html", "text/html", "text"],
  ["main.rs", "application/octet-stream", "text"],
  ["tool.exe", "application/x-msdownload", "none"],
] as const)("looks at %s, found to be %s, as %s", (name, type, kind) => {
  expect(previewKindOf({ kind: "file", type, name })).toBe(kind);
});
