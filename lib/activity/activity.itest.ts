import { expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { startFaultyEngines } from "@/e2e/support/faulty-engines";
import { dynamoError } from "@/e2e/support/faulty-proxy";
import { aStoredFile } from "@/e2e/support/files";
import { aSession } from "@/e2e/support/sessions";
import { logIn, logOut, register } from "@/lib/auth/auth";
import { purgeEntry, trashEntry } from "@/lib/entries/trash";
import { inRequest } from "@/lib/http/request-scope";
import { newId } from "@/lib/ids";
import { createShare } from "@/lib/sharing/sharing";
import { openShare, takeDownload, visitShare } from "@/lib/sharing/visit";
import { listActivity, noteActivity } from "./activity";

const { database } = await startFaultyEngines();

const password = "correct horse battery";
const request = { requestId: newId(), ip: "192.0.2.77", userAgent: "Firefox/145", locale: "en" as const };
const visitor = new Headers({ "x-client-ip": "2001:db8:1234:5678::9", "user-agent": "curl/8" });
const bytes = new Uint8Array([1, 2, 3]);
const actionsOf = async (user: { id: string }) =>
  (await listActivity(user, { limit: 10 })).items.map(({ action, client, address }) => [action, client, address]);

it("tells an account of its registration, its log-ins, its failures and its log-outs (SECURITY 33)", async () => {
  const email = `${newId().toLowerCase()}@example.com`;
  const user = await inRequest(request, () => register({ email, password }, request.ip));
  await inRequest(request, () => logIn({ email, password }, request.ip));
  await inRequest(request, () => logIn({ email, password: "a wrong one" }, request.ip)).catch(() => null);
  await inRequest(request, () => logOut({ user, sessionId: "any" }));
  const whence = ["Firefox/145", "192.0.2.0/24"];
  expect((await actionsOf(user)).toSorted()).toEqual([
    ["account.registered", ...whence],
    ["session.begun", ...whence],
    ["session.ended", ...whence],
    ["session.refused", ...whence],
  ]);
});

it("tells an owner who made and who opened a link, by their network (SECURITY 33)", async () => {
  const ada = await aUser();
  const { id: entryId } = await aStoredFile(ada, "plan.txt", bytes);
  const share = await inRequest(request, () => createShare(ada, { entryId }));
  await visitShare(share.id, visitor);
  await takeDownload(await openShare(share.id, visitor), visitor);
  expect((await actionsOf(ada)).toSorted()).toEqual([
    ["entry.uploaded", null, null],
    ["link.downloaded", "curl/8", "2001:db8:1234::/48"],
    ["link.made", "Firefox/145", "192.0.2.0/24"],
    ["link.opened", "curl/8", "2001:db8:1234::/48"],
  ]);
});

it("tells of a deletion for good, with what was deleted and when (SECURITY 33)", async () => {
  const ada = await aUser();
  const { id: entryId } = await aStoredFile(ada, "plan.txt", bytes);
  const now = new Date();
  await trashEntry(ada, entryId);
  await inRequest(request, () => purgeEntry(ada, entryId, now));
  const { items } = await listActivity(ada, { limit: 10 });
  expect(items[0]).toMatchObject({ action: "entry.purged", entryId, address: "192.0.2.0/24", byId: ada.id });
  expect(Date.parse(items[0]?.at ?? "")).toBeGreaterThanOrEqual(now.getTime());
});

it("lists the newest first, page by page, and nobody else's (SECURITY 33)", async () => {
  const [ada, bob] = await Promise.all([aUser(), aUser()]);
  const at = (seconds: number) => new Date(Date.now() + seconds * 1000);
  await noteActivity({ userId: ada.id, action: "session.begun" }, at(1));
  await noteActivity({ userId: ada.id, action: "session.ended" }, at(2));
  const first = await listActivity(ada, { limit: 1 });
  const second = await listActivity(ada, { limit: 1, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...second.items].map(({ action }) => action)).toEqual(["session.ended", "session.begun"]);
  expect((await listActivity(bob, { limit: 10 })).items).toEqual([]);
});

it("forgets after 90 days, though the row is still there (SECURITY 29)", async () => {
  const ada = await aUser();
  const now = new Date();
  const after = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
  await noteActivity({ userId: ada.id, action: "session.begun" }, now);
  expect((await listActivity(ada, { limit: 1 }, after(89.9))).items).toHaveLength(1);
  expect((await listActivity(ada, { limit: 1 }, after(90))).items).toEqual([]);
});

it("never undoes a deed by failing to note it (SECURITY 33)", async () => {
  const { user, sessionId } = await aSession();
  database.fail("PutItem", dynamoError("ValidationException"));
  await logOut({ user, sessionId });
  database.heal();
  expect(await actionsOf(user)).toEqual([]);
});
