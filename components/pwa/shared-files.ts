const SHARED = "shared";

/** What other apps shared by way of the service worker; it is taken out of its cache. */
export async function takeShared(): Promise<File[]> {
  if (!("caches" in window) || !(await caches.has(SHARED))) return [];
  const cache = await caches.open(SHARED);
  const requests = await cache.keys();
  const files = await Promise.all(
    requests.map(async (request) => {
      const response = await cache.match(request);
      const name = new URL(request.url).searchParams.get("name") ?? "";
      const type = response?.headers.get("content-type") ?? "";
      return response ? [new File([await response.blob()], name, { type })] : [];
    }),
  );
  await caches.delete(SHARED);
  return files.flat();
}
