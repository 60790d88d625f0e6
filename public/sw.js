// What an installed drive needs of a browser: a page that says so when there is no network, and a door for what other
// apps share. Nothing that belongs to somebody is ever kept here (SECURITY 25).
const OFFLINE = "offline-2";
const SHARED = "shared";

self.addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldCaches().then(() => self.clients.claim()));
});

// The page changed its language: so does what it says without a network.
self.addEventListener("message", (event) => {
  if (event.data === "language") event.waitUntil(keepOfflinePage());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === "POST" && pathname === "/drive/share") event.respondWith(takeShared(request));
  // What leads to a file is the browser's own to fetch: it ends in a download, or in the object store.
  else if (pathname.startsWith("/api/") || pathname.endsWith("/download")) return;
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => caches.match("/offline")));
  else if (pathname.startsWith("/_next/static/")) event.respondWith(fetch(request).catch(() => fromCache(request)));
});

async function fromCache(request) {
  return (await caches.match(request)) ?? Response.error();
}

async function keepOfflinePage() {
  const page = await fetch("/offline", { credentials: "same-origin" });
  if (!page.ok) throw new Error(`/offline answered ${page.status}`);
  const html = await page.clone().text();
  const parts = new Set(html.match(/\/_next\/static\/[^"'\\ ]+\.(?:css|js|woff2)/g));
  const cache = await caches.open(OFFLINE);
  await cache.put("/offline", page);
  await cache.addAll([...parts]);
}

async function dropOldCaches() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== OFFLINE && name !== SHARED).map((name) => caches.delete(name)));
}

// Files wait here until the drive's page, which knows who is logged in, takes them.
async function takeShared(request) {
  const form = await request.formData();
  const cache = await caches.open(SHARED);
  const files = form.getAll("files").filter((file) => typeof file !== "string");
  for (const [index, file] of files.entries()) {
    const name = encodeURIComponent(file.name);
    await cache.put(`/shared/${Date.now()}-${index}?name=${name}`, new Response(file, { headers: { "content-type": file.type } }));
  }
  return Response.redirect("/drive?shared=1", 303);
}
