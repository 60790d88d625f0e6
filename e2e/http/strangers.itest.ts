import { randomBytes } from "node:crypto";
import { beforeAll, expect, inject, it } from "vitest";
import { type Belongings, belongingsOf, LISTS, viewOf } from "@/e2e/support/belongings";
import { type Answer, aPerson, type Person, send } from "@/e2e/support/http-client";
import { type Operation, operationsOf, requestOf, type Slot } from "@/e2e/support/operations";

const base = inject("baseUrl");
const operations = operationsOf((await send("GET", `${base}/api/openapi.json`)).body);

/** Whose ids go where: a call with another parameter or field for an id needs a line here, else the walk fails. */
const CANDIDATES: Record<string, (keyof Belongings)[]> = {
  entryId: ["file", "folder", "trashed"],
  versionId: ["version"],
  version: ["version"],
  shareId: ["share"],
  uploadId: ["upload"],
  parentId: ["folder"],
  parent: ["folder"],
  folder: ["folder"],
  file: ["file"],
  in: ["folder"],
  entry: ["file", "folder"],
  tokenId: ["accessToken"],
};

/** A good body for each call that takes one, so that nothing but the id is at fault. */
const BODIES: Record<string, object> = {
  "post /api/folders": { parentId: "root", name: "mine now" },
  "patch /api/files/{entryId}": { starred: false },
  "post /api/files/{entryId}/copy": { parentId: "root" },
  "post /api/files/{entryId}/shares": {},
  "post /api/files/{entryId}/thumbnail": { type: "image/webp", size: 1, md5: "1B2M2Y8AsgTpgAmY7PhCfg==" },
  "post /api/files/{entryId}/thumbnail/kept": { type: null },
  "patch /api/shares/{shareId}": { allowDownload: false },
  "patch /api/me": { name: "Eve" },
  "delete /api/me": { password: "not this one" },
  "post /api/auth/password": { currentPassword: "not this one", newPassword: "correct horse battery" },
  "post /api/tokens": { name: "mine", scopes: ["read"] },
  "post /api/upload": { parentId: "root", name: "mine now", size: 1 },
  "post /api/upload/{uploadId}/parts": { parts: [{ partNumber: 1 }] },
  "post /api/upload/{uploadId}/complete": {},
};

/** What else a call must be asked with. */
const QUERIES: Record<string, string> = { "get /api/search": "q=private", "get /api/thumbnails": "ids=none" };

/** A link's id is its address, which whoever has it may open. */
const isOpenToAll = ({ isPublic }: Operation, slot: Slot) => isPublic && slot.name === "shareId";
const isBatch = ({ name }: Operation) => name === "post /api/files/batch";

const walk = operations
  .filter((operation) => !isBatch(operation))
  .flatMap((operation) =>
    operation.slots
      .filter((slot) => !isOpenToAll(operation, slot))
      .map((slot) => ({ name: operation.name, operation, slot })),
  );
const guarded = operations.filter(({ isPublic }) => !isPublic);

let ada: Person;
let eve: Person;
let adas: Belongings;
let eves: Belongings;
beforeAll(async () => {
  [ada, eve] = await Promise.all([aPerson(base), aPerson(base)]);
  [adas, eves] = await Promise.all([belongingsOf(ada), belongingsOf(eve)]);
});

/** The ids of a call: Eve's own everywhere but at the place in question. */
function idsFor({ slots }: Operation, at: Slot, id: string): Record<string, string> {
  const inPath = slots.filter((slot) => slot.in === "path");
  const own = inPath.map(({ name }) => [name, eves[CANDIDATES[name]?.[0] ?? "file"]]);
  return { ...Object.fromEntries(own), [at.name]: id };
}

async function eveCalls(operation: Operation, ids: Record<string, string>): Promise<Answer> {
  const { path, body } = requestOf(operation, ids, BODIES[operation.name] ?? {});
  const rest = QUERIES[operation.name];
  return eve.call(operation.method, rest ? `${path}${path.includes("?") ? "&" : "?"}${rest}` : path, body);
}

const withoutId = ({ status, body }: Answer) => ({ status, body: { ...body, requestId: "" } });

it("walks every call that takes an id", () => {
  expect(walk.filter(({ slot }) => !CANDIDATES[slot.name]).map(({ name, slot }) => `${name}: ${slot.name}`)).toEqual(
    [],
  );
  expect(walk.filter(({ operation }) => operation.hasBody && !BODIES[operation.name])).toEqual([]);
  expect(operations.filter(({ slots }) => slots.some(({ isList }) => isList)).filter((one) => !isBatch(one))).toEqual(
    [],
  );
  expect(walk.length).toBeGreaterThan(25);
});

it.each(walk)(
  "$name with Ada's $slot.name answers Eve as one that does not exist (SECURITY 9)",
  async ({ operation, slot }) => {
    const before = await viewOf(ada, adas);
    const unknown = await eveCalls(operation, idsFor(operation, slot, randomBytes(16).toString("base64url")));
    expect(unknown).toMatchObject({ status: 404, body: { code: "not_found" } });
    for (const candidate of CANDIDATES[slot.name] ?? []) {
      const answer = await eveCalls(operation, idsFor(operation, slot, adas[candidate]));
      expect(withoutId(answer), candidate).toEqual(withoutId(unknown));
    }
    expect(await viewOf(ada, adas)).toEqual(before);
  },
);

it.each(walk.filter(({ operation, slot }) => slot.in === "path" && operation.slots.length > 1 && !operation.isPublic))(
  "$name with nothing but Ada's ids answers Eve as one that does not exist (SECURITY 9)",
  async ({ operation }) => {
    const before = await viewOf(ada, adas);
    const all = operation.slots.map(({ name }) => [name, adas[CANDIDATES[name]?.[0] ?? "file"]]);
    expect(await eveCalls(operation, Object.fromEntries(all))).toMatchObject({
      status: 404,
      body: { code: "not_found" },
    });
    expect(await viewOf(ada, adas)).toEqual(before);
  },
);

it.each(["trash", "restore", "delete", "move", "star", "unstar"])(
  "a batch to %s does nothing to what is Ada's, one by one (SECURITY 9)",
  async (action) => {
    const before = await viewOf(ada, adas);
    const ids = [adas.file, adas.folder, adas.trashed, randomBytes(16).toString("base64url")];
    const target = action === "move" ? { parentId: "root" } : {};
    const { status, body } = await eve.call("POST", "/api/files/batch", { action, ids, ...target });
    expect(status).toBe(200);
    expect(body.results).toEqual(ids.map((id) => ({ id, ok: false, code: "not_found" })));
    expect(await viewOf(ada, adas)).toEqual(before);
  },
);

it("a batch moves nothing of Eve's into Ada's folder (SECURITY 9)", async () => {
  const move = { action: "move", ids: [eves.file], parentId: adas.folder };
  const { body } = await eve.call("POST", "/api/files/batch", move);
  expect(body.results).toEqual([{ id: eves.file, ok: false, code: "not_found" }]);
});

it.each(guarded)("$name asks who is calling (SECURITY 9)", async (operation) => {
  const ids = Object.fromEntries(operation.slots.map(({ name }) => [name, adas[CANDIDATES[name]?.[0] ?? "file"]]));
  const { path, body } = requestOf(operation, ids, BODIES[operation.name] ?? {});
  const nobody = await send(operation.method, base + path, body);
  expect(nobody).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
  const forged = await send(operation.method, base + path, body, {
    authorization: `Bearer ${eve.token.slice(0, -1)}!`,
  });
  expect(withoutId(forged)).toEqual(withoutId(nobody));
});

it.each([...LISTS, "/api/me", "/api/usage"])("%s shows Eve nothing of Ada's (SECURITY 9)", async (path) => {
  const mallory = await aPerson(base);
  const { status, body } = await mallory.call("GET", path);
  expect(status).toBe(200);
  const told = JSON.stringify(body);
  expect([ada.id, ada.email, ...Object.values(adas)].filter((secret) => told.includes(secret))).toEqual([]);
  expect(told).not.toContain("private");
});
