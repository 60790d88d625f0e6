import { md5 } from "hash-wasm";

type Ask = { id: number; blob: Blob };

/** Hashes a part away from the page's main thread: answers its MD5 in base64, or why it could not be read. */
self.addEventListener("message", async ({ data: { id, blob } }: MessageEvent<Ask>) => {
  try {
    const hex = await md5(new Uint8Array(await blob.arrayBuffer()));
    const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
    self.postMessage({ id, md5: btoa(String.fromCharCode(...bytes)) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
});
