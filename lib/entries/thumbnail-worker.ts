import { createMD5 } from "hash-wasm";

type Ask = { id: number; picture: Blob };

/** The small picture, and its MD5 in base64 for the signed PUT; null when the bytes are no picture that this browser can read. */
export type Small = { blob: Blob; md5: string } | null;

const SIDE = 384;
const MOST_PIXELS = 100_000_000;

/** Draws pictures small, away from the page's main thread. What comes out is drawn anew: it carries no EXIF and no place (SECURITY 36). */
self.addEventListener("message", async ({ data: { id, picture } }: MessageEvent<Ask>) => {
  self.postMessage({ id, small: await drawSmall(picture).catch(() => null) });
});

async function drawSmall(picture: Blob): Promise<Small> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: "from-image" });
  try {
    const { width, height } = bitmap;
    if (width * height > MOST_PIXELS) return null;
    const scale = Math.min(1, SIDE / Math.max(width, height));
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
    const context = canvas.getContext("2d");
    if (!context) return null;
    context.imageSmoothingQuality = "high";
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.8 });
    const hasher = await createMD5();
    const digest = hasher.update(new Uint8Array(await blob.arrayBuffer())).digest("binary");
    return { blob, md5: btoa(String.fromCharCode(...digest)) };
  } finally {
    bitmap.close();
  }
}
