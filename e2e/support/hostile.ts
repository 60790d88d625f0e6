import { expect, type Page } from "@playwright/test";

const SCRIPT = "document.title = 'run'; alert(1)";
/** A page that says Hello, and a script that would run when it is opened. */
export const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 42>>stream
BT /F1 24 Tf 50 100 Td (Hello) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
`;
/** A black square with a script in it. */
export const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><script>${SCRIPT}</script><rect width="20" height="20"/></svg>`;

/** Files that were made to harm, by what they are called or by what is in them, and how each looks when it is shown. */
export const HOSTILE: { name: string; content: string; type: string; shown: (page: Page) => Promise<void> }[] = [
  {
    name: "img src=x onerror=alert(1).html",
    content: `<script>${SCRIPT}</script>`,
    type: "text/html",
    shown: (page) => expect(page.getByRole("dialog").getByText("<script>").first()).toBeVisible(),
  },
  {
    name: "<img src=x onerror=alert(1)>.html",
    content: `<img src=x onerror="${SCRIPT}">`,
    type: "text/html",
    shown: (page) => expect(page.getByRole("dialog").getByText("onerror").first()).toBeVisible(),
  },
  {
    name: "drawing.svg",
    content: SVG,
    type: "image/svg+xml",
    shown: async (page) => {
      const width = () =>
        page.getByRole("img", { name: "drawing.svg" }).evaluate((img: HTMLImageElement) => img.naturalWidth);
      await expect.poll(width).toBe(20);
    },
  },
  {
    name: "paper.pdf",
    content: PDF,
    type: "application/pdf",
    shown: (page) => expect(page.getByRole("img", { name: "Page 1 of 1" })).toBeVisible(),
  },
  {
    name: "read me.md",
    content: `[here](javascript:alert(1)) <script>${SCRIPT}</script> <img src=x onerror=alert(1)>`,
    type: "text/markdown",
    shown: (page) => expect(page.getByRole("dialog").getByText("here")).toBeVisible(),
  },
  {
    name: `تقرير 🗂️ ${"x".repeat(230)}.txt`,
    content: "shown",
    type: "text/plain",
    shown: (page) => expect(page.getByRole("dialog").getByText("shown")).toBeVisible(),
  },
];
