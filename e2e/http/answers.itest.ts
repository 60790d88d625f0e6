import { randomBytes } from "node:crypto";
import { beforeAll, expect, inject, it } from "vitest";
import { type Belongings, belongingsOf, LISTS } from "@/e2e/support/belongings";
import { aPerson, PASSWORD, type Person, send } from "@/e2e/support/http-client";
import { env } from "@/lib/env";

const base = inject("baseUrl");

const ENTRY = [
  ...["id", "kind", "name", "parentId", "size", "type", "checksum", "versionId", "createdAt", "modifiedAt"],
  ...["trashedAt", "starred", "ownerId", "role", "etag"],
];
const SHARE = [
  ...["id", "url", "entryId", "name", "createdAt", "expiresAt", "hasPassword", "maxDownloads", "downloads"],
  ...["allowDownload", "revokedAt"],
];
const UPLOAD = [
  ...[
    "id",
    "fileName",
    "parentId",
    "size",
    "type",
    "method",
    "partSize",
    "partCount",
    "parts",
    "received",
    "expiresAt",
  ],
];
const VERSION = ["id", "size", "type", "checksum", "createdAt", "createdBy", "current"];
const USER = ["id", "email", "name", "createdAt"];
const USAGE = ["usedBytes", "reservedBytes", "quotaBytes", "files", "byType"];
const SHARED = ["id", "kind", "name", "size", "type", "modifiedAt"];
const PAGE = ["items", "nextCursor"];

let ada: Person;
let own: Belongings;
let linkToFolder: string;
beforeAll(async () => {
  ada = await aPerson(base);
  own = await belongingsOf(ada);
  const made = await ada.call("POST", `/api/files/${own.folder}/shares`, {});
  linkToFolder = made.body.id;
});

const fieldsOf = (value: object) => Object.keys(value).toSorted();

const lists: [string, () => string, string[]][] = [
  ["a folder", () => "/api/files", ENTRY],
  ["the trash", () => "/api/trash", ENTRY],
  ["what is starred", () => "/api/starred", ENTRY],
  ["what is recent", () => "/api/recent", ENTRY],
  ["uploads", () => "/api/uploads", UPLOAD],
  ["links", () => "/api/shares", SHARE],
  ["a file's links", () => `/api/files/${own.file}/shares`, SHARE],
  ["versions", () => `/api/files/${own.file}/versions`, VERSION],
  ["a shared folder", () => `/s/${linkToFolder}/files`, SHARED],
];
const things: [string, () => string, string[]][] = [
  ["a file", () => `/api/files/${own.file}`, ENTRY],
  ["the top folder", () => "/api/files/root", ENTRY],
  ["an upload", () => `/api/upload/${own.upload}`, UPLOAD],
  ["an account", () => "/api/me", USER],
  ["the room that is used", () => "/api/usage", USAGE],
];

it.each(lists)("of %s hold what the contract names, and nothing else (SECURITY 10)", async (_, path, fields) => {
  const { body } = await ada.call("GET", path());
  expect(fieldsOf(body)).toEqual(PAGE);
  expect(body.items.length).toBeGreaterThan(0);
  expect(body.items.map(fieldsOf)).toEqual(body.items.map(() => fields.toSorted()));
});

it.each(things)("about %s hold what the contract names, and nothing else (SECURITY 10)", async (_, path, fields) => {
  const { status, body } = await ada.call("GET", path());
  expect({ status, fields: fieldsOf(body) }).toEqual({ status: 200, fields: fields.toSorted() });
});

it("to who registers and logs in hold no hash and no password (SECURITY 10)", async () => {
  const email = `${randomBytes(8).toString("hex")}@example.com`;
  const registered = await send("POST", `${base}/api/auth/register`, { email, password: PASSWORD });
  const loggedIn = await send("POST", `${base}/api/auth/login`, { email, password: PASSWORD });
  expect([fieldsOf(registered.body), fieldsOf(registered.body.user)]).toEqual([["user"], USER.toSorted()]);
  expect(fieldsOf(loggedIn.body)).toEqual(["expiresAt", "token", "tokenType", "user"]);
  expect(JSON.stringify([registered.body, loggedIn.body])).not.toMatch(/\$2[aby]\$|password/i);
});

// An address to PUT to or GET from names the object, since it is the object's; nothing else does.
it("name no bucket, table or object, and nobody's e-mail but the caller's (SECURITY 10)", async () => {
  const paths = [...lists, ...things].map(([, path]) => path());
  const answers = await Promise.all([...LISTS, ...paths].map((path) => ada.call("GET", path)));
  const told = answers.map(({ body }) => JSON.stringify(body)).join("\n");
  const emails = new Set(told.match(/[\w.]+@[\w.]+/g));
  expect([...emails]).toEqual([ada.email]);
  expect(told).not.toMatch(/objectKey|multipartId|GSI|"pk"|"sk"|passwordVersion|sessionVersion|"revision"/);
  expect(told).not.toContain(`${ada.id}/`);
  expect(told).not.toContain(env().S3_BUCKET);
  expect(told).not.toContain(env().DYNAMODB_TABLE);
});

it("are kept by nobody on the way (SECURITY 25)", async () => {
  const content = [`/api/files/${own.file}/content`, `/s/${own.share}`, `/s/${own.share}/download`];
  const paths = [...lists, ...things].map(([, path]) => path());
  const odd = [
    "/api/nothing",
    "/api/files/nobody-knows-this-id",
    "/api/files?limit=0",
    "/api/auth/session",
    "/api/auth/csrf",
  ];
  const answers = await Promise.all([...paths, ...content, ...odd].map((path) => ada.call("GET", path)));
  expect(answers.map(({ headers }) => headers.get("cache-control"))).toEqual(
    answers.map(() => expect.stringMatching(/private.*no-store/)),
  );
  expect(answers.map(({ headers }) => headers.get("x-content-type-options"))).toEqual(answers.map(() => "nosniff"));
});
