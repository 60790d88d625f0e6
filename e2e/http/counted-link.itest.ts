import { beforeAll, expect, inject, it } from "vitest";
import { aFileOf, aPerson, exchange, type Person, send } from "@/e2e/support/http-client";
import { aLink, downloadsOf } from "@/e2e/support/links";

const base = inject("baseUrl");

let ada: Person;
let file: string;
beforeAll(async () => {
  ada = await aPerson(base);
  file = (await aFileOf(ada, "once.txt", "0123456789")).id;
});

const looks: [string, RequestInit][] = [
  ["a HEAD", { method: "HEAD" }],
  ["a browser's prefetch", { headers: { "sec-purpose": "prefetch" } }],
  ["an older browser's prefetch", { headers: { purpose: "prefetch" } }],
  ["a prefetch of the app's own router", { headers: { "next-router-prefetch": "1" } }],
];
const table = looks.flatMap(([title, init]) => ["", "/download"].map((path) => ({ title, init, path })));

it.each(table)(
  "$title of /s/{id}$path is no download and gives no signed address (SECURITY 13)",
  async ({ init, path }) => {
    const link = await aLink(ada, file, { maxDownloads: 1 });
    const answer = await exchange(`${base}/s/${link}${path}`, init);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("location")).toBeNull();
    expect(await downloadsOf(ada, link)).toBe(0);
    expect((await send("GET", `${base}/s/${link}/download`)).status).toBe(302);
    expect(await downloadsOf(ada, link)).toBe(1);
  },
);

it("a look at a file is no download, and is nothing that a link gives which counts them (SECURITY 12, 13)", async () => {
  const [open, lookOnly, counted] = [
    await aLink(ada, file),
    await aLink(ada, file, { allowDownload: false }),
    await aLink(ada, file, { maxDownloads: 2 }),
  ];
  const answers = await Promise.all(
    [open, lookOnly, counted].map((id) => send("GET", `${base}/s/${id}/preview?file=${file}`)),
  );
  expect(answers.map(({ status }) => status)).toEqual([302, 302, 403]);
  expect(await (await fetch(answers[1]?.headers.get("location") ?? "")).text()).toBe("0123456789");
  expect(answers[2]?.body).toMatchObject({ code: "forbidden" });
  expect(await Promise.all([open, lookOnly, counted].map((id) => downloadsOf(ada, id)))).toEqual([0, 0, 0]);
});

it("a card of a messenger's bot is no download (SECURITY 13)", async () => {
  const link = await aLink(ada, file, { maxDownloads: 1 });
  const headers = { accept: "text/html", "user-agent": "facebookexternalhit/1.1" };
  expect((await send("GET", `${base}/s/${link}`, undefined, headers)).status).toBe(200);
  expect(await downloadsOf(ada, link)).toBe(0);
});

it("ranges of one signed address are one download (SECURITY 13)", async () => {
  const link = await aLink(ada, file);
  const { headers } = await send("GET", `${base}/s/${link}/download`);
  const location = headers.get("location") ?? "";
  const ranges = ["bytes=0-4", "bytes=5-9"];
  const parts = await Promise.all(ranges.map((range) => fetch(location, { headers: { range } })));
  expect(parts.map(({ status }) => status)).toEqual([206, 206]);
  expect(await Promise.all(parts.map((part) => part.text()))).toEqual(["01234", "56789"]);
  expect(await downloadsOf(ada, link)).toBe(1);
});

it("a person's download of what has ended leads to its page, which says so; a program gets the problem (API.md)", async () => {
  const [used, lookOnly] = [
    await aLink(ada, file, { maxDownloads: 1 }),
    await aLink(ada, file, { allowDownload: false }),
  ];
  await send("GET", `${base}/s/${used}/download`);
  const gone = await aFileOf(ada, "gone.txt", "0123456789");
  const trashed = await aLink(ada, gone.id);
  await ada.call("DELETE", `/api/files/${gone.id}`);
  const links = [used, lookOnly, trashed];
  const ask = (id: string, accept: string) => send("GET", `${base}/s/${id}/download`, undefined, { accept });
  const persons = await Promise.all(links.map((id) => ask(id, "text/html,*/*;q=0.8")));
  expect(persons.map(({ status, headers }) => `${status} ${headers.get("location")}`)).toEqual(
    links.map((id) => `302 /s/${id}`),
  );
  const programs = await Promise.all(links.map((id) => ask(id, "*/*")));
  expect(programs.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
    "410 gone",
    "403 forbidden",
    "404 not_found",
  ]);
});

it("a used-up or revoked link is over on every way in (SECURITY 12)", async () => {
  const [used, revoked] = [await aLink(ada, file, { maxDownloads: 1 }), await aLink(ada, file)];
  await send("GET", `${base}/s/${used}/download`);
  await ada.call("DELETE", `/api/shares/${revoked}`);
  const ways = [used, revoked].flatMap((id) =>
    ["", "/download", "/open", "/preview", "/files"].map((way) => `${base}/s/${id}${way}`),
  );
  const programs = await Promise.all(ways.map((url) => send("GET", url)));
  expect(programs.map(({ status, body }) => `${status} ${body.code}`)).toEqual(ways.map(() => "410 gone"));
  const pages = await Promise.all(
    [used, revoked].map((id) => send("GET", `${base}/s/${id}`, undefined, { accept: "text/html" })),
  );
  expect(pages.filter(({ body }) => body.includes("once.txt"))).toEqual([]);
});
