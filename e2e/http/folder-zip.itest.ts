import { randomBytes } from "node:crypto";
import { unzipSync } from "fflate";
import { beforeAll, expect, inject, it } from "vitest";
import { aFileOf, aPerson, type Person, send } from "@/e2e/support/http-client";

const base = inject("baseUrl");
const photo = new Uint8Array(randomBytes(3_000_000));

let ada: Person;
let folder: string;
let below: string;
beforeAll(async () => {
  ada = await aPerson(base);
  folder = await aFolder("Reise 2026", "root");
  below = await aFolder("صور", folder);
  await aFolder("empty", folder);
  await aFileOf(ada, "plan.txt", "the plan", folder);
  await aFileOf(ada, "photo.jpg", photo, below);
  await aFileOf(ada, "beside.txt", "not shared");
});

const aFolder = async (name: string, parentId: string): Promise<string> =>
  (await ada.call("POST", "/api/folders", { parentId, name })).body.id;
const aLink = async (options = {}): Promise<string> =>
  `${base}/s/${(await ada.call("POST", `/api/files/${folder}/shares`, options)).body.id}`;

async function unzip(url: string): Promise<Record<string, Uint8Array>> {
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return unzipSync(new Uint8Array(await answer.arrayBuffer()));
}

it("gives a shared folder as one ZIP: its tree, empty folders too, and nothing beside it (SECURITY 12, 23)", async () => {
  const files = await unzip(`${await aLink()}/download`);
  expect(Object.keys(files).toSorted()).toEqual(["empty/", "plan.txt", "صور/", "صور/photo.jpg"].toSorted());
  expect(Buffer.from(files["plan.txt"] ?? []).toString()).toBe("the plan");
  expect(Buffer.from(files["صور/photo.jpg"] ?? []).equals(photo)).toBe(true);
});

it("gives a folder below as a ZIP of its own", async () => {
  expect(Object.keys(await unzip(`${await aLink()}/download?file=${below}`))).toEqual(["photo.jpg"]);
});

it("counts a ZIP as one download, and a look at it as none (SECURITY 13)", async () => {
  const link = await aLink({ maxDownloads: 1 });
  const look = await send("HEAD", `${link}/download`);
  expect([look.status, look.headers.get("content-type")]).toEqual([200, "application/zip"]);
  expect(look.headers.get("content-disposition")).toContain("Reise 2026.zip");
  await unzip(`${link}/download`);
  expect(await send("GET", `${link}/download`)).toMatchObject({ status: 410, body: { code: "gone" } });
});

it("gives no ZIP of a link that lets one look alone, nor before its password (SECURITY 12)", async () => {
  const look = await send("GET", `${await aLink({ allowDownload: false })}/download`);
  expect(look).toMatchObject({ status: 403, body: { code: "forbidden" } });
  const locked = await send("GET", `${await aLink({ password: "a long secret" })}/download`);
  expect(locked).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
});
