import type { Locator, Page } from "@playwright/test";

/** Files and folders of this machine that hang on the pointer, as a file manager hands them over. */
export async function dragFiles(page: Page, files: string[]) {
  const cdp = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  const send = (type: "dragEnter" | "dragOver" | "drop", at: { x: number; y: number }) =>
    cdp.send("Input.dispatchDragEvent", { type, ...at, data });
  const GROUND = { x: 400, y: 690 };
  const middleOf = async (over: Locator | null) => {
    const box = await over?.boundingBox();
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : GROUND;
  };
  return {
    /** Holds them over something; without it, over empty ground. */
    over: async (over: Locator | null = null) => {
      const at = await middleOf(over);
      await send("dragEnter", at);
      await send("dragOver", at);
    },
    drop: async (over: Locator | null = null) => send("drop", await middleOf(over)),
    /** Takes them out of the window: the browser's own "dragCancel" ends the drag without a word to the page. */
    leave: () => page.evaluate(() => void document.body.dispatchEvent(new DragEvent("dragleave", { bubbles: true }))),
  };
}
