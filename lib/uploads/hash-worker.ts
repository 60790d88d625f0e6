import { md5 } from "hash-wasm";

type Ask = { id: number; blob: Blob };

/** Hashes a part away from the page's main thread: answers its MD5 in base64. */
self.addEventListener("message", async ({ data }: MessageEvent<Ask>) => {
  const hex = await md5(new Uint8Array(await data.blob.arrayBuffer()));
  const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  self.postMessage({ id: data.id, md5: btoa(String.fromCharCode(...bytes)) });
});
