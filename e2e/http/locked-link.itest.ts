import { beforeAll, describe, expect, inject, it } from "vitest";
import { cookiesOf, submitForm } from "@/e2e/support/browser";
import { aFileOf, aPerson, exchange, type Person, send } from "@/e2e/support/http-client";
import { aLink, basic, downloadsOf } from "@/e2e/support/links";

const base = inject("baseUrl");
const PASSWORD = "open sesame";
const SECRETS = ["payslips", "salary of march", "the content itself"];

let ada: Person;
let folder: string;
let file: string;
let lockedFolder: string;
let lockedFile: string;
beforeAll(async () => {
  ada = await aPerson(base);
  folder = (await ada.call("POST", "/api/folders", { parentId: "root", name: "payslips" })).body.id;
  file = (await aFileOf(ada, "salary of march.txt", "the content itself", folder)).id;
  lockedFolder = await aLink(ada, folder, { password: PASSWORD });
  lockedFile = await aLink(ada, file, { password: PASSWORD });
});

const PAGE = { accept: "text/html" };
const ways: [string, string, Record<string, string>][] = [
  ["the page", "", PAGE],
  ["the page of a folder below", "?folder=FILE", PAGE],
  ["the RSC payload", "?_rsc=", { rsc: "1" }],
  ["the RSC payload of a prefetch", "?_rsc=", { rsc: "1", "next-router-prefetch": "1" }],
  ["a card of a messenger's bot", "", { ...PAGE, "user-agent": "WhatsApp/2.0" }],
  ["the redirect of a program", "", {}],
  ["the handler behind it", "/open", {}],
  ["the download", "/download", {}],
  ["the download of a person", "/download", PAGE],
  ["the download of a file within", "/download?file=FILE", {}],
  ["the preview", "/preview", {}],
  ["the preview of a file within", "/preview?file=FILE", {}],
  ["the list", "/files", {}],
  ["the list of a folder within", "/files?folder=FILE", {}],
  ["a wrong password", "", basic("wrong")],
  ["an empty password", "/download", basic("")],
  ["a forged cookie", "", { ...PAGE, cookie: "share=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
];
const visits = ways.flatMap((way) => ["GET", "HEAD"].map((method) => ({ way, method, title: way[0] })));

describe("before the password", () => {
  it.each(visits)("$method of $title tells nothing, not even the name (SECURITY 12)", async ({ way, method }) => {
    const [, path, headers] = way;
    const shares = [lockedFolder, lockedFile];
    const addresses = shares.map((id) => `${base}/s/${id}${path.replace("FILE", file)}`);
    const answers = await Promise.all(addresses.map((url) => exchange(url, { method, headers, redirect: "follow" })));
    const told = answers.map(
      (answer) => `${answer.status}${JSON.stringify([...answer.headers])}${JSON.stringify(answer.body)}`,
    );
    expect([...SECRETS, ada.id, ada.email, folder].filter((secret) => told.join().includes(secret))).toEqual([]);
    expect(told.join()).not.toContain("x-amz-signature");
    expect(await Promise.all(shares.map((id) => downloadsOf(ada, id)))).toEqual([0, 0]);
  });

  it("a program is asked for it, and a person's form is drawn (SECURITY 12)", async () => {
    const program = await send("GET", `${base}/s/${lockedFile}`);
    expect(program).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
    expect(program.headers.get("www-authenticate")).toMatch(/^Basic /);
    const page = await send("GET", `${base}/s/${lockedFile}`, undefined, PAGE);
    expect(page.status).toBe(200);
    expect(page.body).toContain("This link has a password");
  });
});

it("without a password the page and its RSC payload tell the name: what is missing above could be there", async () => {
  const link = await aLink(ada, file);
  const headers = [PAGE, { rsc: "1" }];
  const url = `${base}/s/${link}?_rsc=`;
  const answers = await Promise.all(headers.map((each) => exchange(url, { headers: each, redirect: "follow" })));
  expect(answers.map(({ headers: own }) => own.get("content-type")?.split(";")[0])).toEqual([
    "text/html",
    "text/x-component",
  ]);
  expect(answers.filter(({ body }) => body.includes("salary of march"))).toHaveLength(2);
});

describe("with the password", () => {
  const unlock = (id: string) => submitForm(`${base}/s/${id}`, { fields: { password: PASSWORD } });

  it("a program gets a signed address, which is a download (SECURITY 12)", async () => {
    const link = await aLink(ada, file, { password: PASSWORD });
    const { status, headers } = await send("GET", `${base}/s/${link}`, undefined, basic(PASSWORD));
    expect(status).toBe(302);
    expect(await (await fetch(headers.get("location") ?? "")).text()).toBe("the content itself");
    expect(await downloadsOf(ada, link)).toBe(1);
  });

  it("a person's cookie opens that link alone, and dies with a changed password (SECURITY 12)", async () => {
    const [mine, other] = [
      await aLink(ada, file, { password: PASSWORD }),
      await aLink(ada, file, { password: PASSWORD }),
    ];
    const cookie = cookiesOf(await unlock(mine));
    const visit = async (id: string) => (await send("GET", `${base}/s/${id}`, undefined, { ...PAGE, cookie })).body;
    const look = async (id: string) => (await send("GET", `${base}/s/${id}/preview`, undefined, { cookie })).status;
    expect([await look(mine), await look(other)]).toEqual([302, 401]);
    expect(await visit(mine)).toContain("salary of march");
    expect(await visit(other)).not.toContain("salary of march");
    await ada.call("PATCH", `/api/shares/${mine}`, { password: "another one" });
    expect(await visit(mine)).not.toContain("salary of march");
    expect(await look(mine)).toBe(401);
  });

  it("the cookie is for the link's own paths, and no script reads it (SECURITY 7, 12)", async () => {
    const link = await aLink(ada, file, { password: PASSWORD });
    const [line = ""] = (await unlock(link)).headers.getSetCookie();
    expect(line).toMatch(new RegExp(`; Path=/s/${link}(;|$)`));
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; SameSite=lax/i);
  });

  it("a folder gives what is below it and nothing beside it (SECURITY 12)", async () => {
    const beside = await aFileOf(ada, "beside.txt", "not shared");
    const get = (path: string) => send("GET", `${base}/s/${lockedFolder}${path}`, undefined, basic(PASSWORD));
    expect((await get("/files")).body.items.map((entry: { id: string }) => entry.id)).toEqual([file]);
    expect((await get(`/download?file=${file}`)).status).toBe(302);
    expect((await get(`/preview?file=${file}`)).status).toBe(302);
    expect(await get(`/download?file=${beside.id}`)).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await get(`/preview?file=${beside.id}`)).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await get(`/files?folder=${ada.id}`)).toMatchObject({ status: 404, body: { code: "not_found" } });
  });
});
