import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { dynamo, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";
import { trashEntry } from "@/lib/entries/trash";
import { createShare, listShares, patchShare, revokeShare } from "@/lib/sharing/sharing";
import { aFile, aFolder, DAY_MS, later, NOW, visitor, withBasic } from "@/lib/sharing/test-support";
import { listShared, openShare, signPreview, takeDownload, unlockShare, visitShare } from "@/lib/sharing/visit";

const anybody = visitor();
const download = async (shareId: string, who = anybody, now = NOW) =>
  takeDownload(await openShare(shareId, who, undefined, now), who, now);

const look = async (shareId: string, fileId?: string, who = anybody, now = NOW) =>
  signPreview(await openShare(shareId, who, fileId, now), who);

async function aSharedFile(rules: Parameters<typeof createShare>[1] | object = {}, type = "text/plain") {
  const ada = await aUser();
  const file = await aFile(ada, "plan.txt", ada.id, type);
  const share = await createShare(ada, { ...rules, entryId: file.id }, NOW);
  return { ada, file, share };
}

it("shows a visitor the file, its owner's name and a preview", async () => {
  const { share } = await aSharedFile();
  const visit = await visitShare(share.id, anybody, NOW);
  expect(visit).toMatchObject({ state: "open", name: "plan.txt", kind: "file", size: 3, ownerName: "Ada" });
  expect(visit).toHaveProperty("previewUrl", expect.stringContaining("inline"));
});

it("previews no type that could run", async () => {
  const { share } = await aSharedFile({}, "image/svg+xml");
  expect(await visitShare(share.id, anybody, NOW)).toMatchObject({ state: "open", previewUrl: null });
});

it("previews nothing where downloads are counted", async () => {
  const { share } = await aSharedFile({ maxDownloads: 1 });
  const nothing = { state: "open", previewKind: "none", previewUrl: null };
  expect(await visitShare(share.id, anybody, NOW)).toMatchObject(nothing);
  await expect(look(share.id)).rejects.toMatchObject({ code: "forbidden" });
});

it("signs a look that lives for a minute and is shown in the page", async () => {
  const { share } = await aSharedFile();
  const { searchParams } = new URL(await look(share.id));
  expect(searchParams.get("X-Amz-Expires")).toBe("60");
  expect(searchParams.get("response-content-disposition")).toMatch(/^inline; filename="plan\.txt"/);
});

it.each(["text/html", "image/svg+xml", "text/markdown"])("hands out %s to look at as nobody's type", async (type) => {
  const { share } = await aSharedFile({}, type);
  const { searchParams } = new URL(await look(share.id));
  expect(searchParams.get("response-content-type")).toBe("application/octet-stream");
  expect(searchParams.get("response-content-disposition")).toMatch(/^attachment;/);
});

it("gives no bytes to look at of what no page can show", async () => {
  const ada = await aUser();
  const folder = await aFolder(ada, "Tools");
  const tool = await aFile(ada, "tool.zip", folder.id, "application/zip");
  const { id } = await createShare(ada, { entryId: folder.id, allowDownload: false }, NOW);
  await expect(look(id, tool.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(look(id)).rejects.toMatchObject({ code: "not_found" });
});

it("answers an unknown link as not found", async () => {
  await expect(visitShare("nothing", anybody, NOW)).rejects.toMatchObject({ code: "not_found" });
  await expect(download("nothing")).rejects.toMatchObject({ code: "not_found" });
});

it("signs an address that downloads and lives for a minute", async () => {
  const { share } = await aSharedFile();
  const { searchParams } = new URL(await download(share.id));
  expect(searchParams.get("X-Amz-Expires")).toBe("60");
  expect(searchParams.get("response-content-disposition")).toMatch(/^attachment; filename="plan\.txt"/);
});

it("counts each download, and no visit and no look", async () => {
  const { ada, share } = await aSharedFile();
  await visitShare(share.id, anybody, NOW);
  await look(share.id);
  await download(share.id);
  await download(share.id);
  expect((await listShares(ada, { limit: 1 })).items).toMatchObject([{ downloads: 2 }]);
});

it("is gone for the page too once it is used up", async () => {
  const { share } = await aSharedFile({ maxDownloads: 1 });
  await download(share.id);
  await expect(visitShare(share.id, anybody, NOW)).rejects.toMatchObject({ code: "gone" });
});

it("is gone at its very end, though its row is still there (SECURITY 29)", async () => {
  const { share } = await aSharedFile();
  await visitShare(share.id, anybody, later(7 * DAY_MS - 1));
  await expect(visitShare(share.id, anybody, later(7 * DAY_MS))).rejects.toMatchObject({ code: "gone" });
  await expect(download(share.id, anybody, later(7 * DAY_MS))).rejects.toMatchObject({ code: "gone" });
  await expect(look(share.id, undefined, anybody, later(7 * DAY_MS))).rejects.toMatchObject({ code: "gone" });
});

it("is gone from the next request after it was revoked, even for who is inside", async () => {
  const { ada, share } = await aSharedFile();
  const opened = await openShare(share.id, anybody, undefined, NOW);
  await revokeShare(ada, share.id, NOW);
  await expect(takeDownload(opened, anybody, NOW)).rejects.toMatchObject({ code: "gone" });
  await expect(visitShare(share.id, anybody, NOW)).rejects.toMatchObject({ code: "gone" });
});

it("lets look and not download where downloads are off", async () => {
  const { share } = await aSharedFile({ allowDownload: false });
  expect(await visitShare(share.id, anybody, NOW)).toMatchObject({ state: "open", allowDownload: false });
  await expect(download(share.id)).rejects.toMatchObject({ code: "forbidden" });
  expect(await look(share.id)).toContain("X-Amz-Signature");
});

it("dies with its file", async () => {
  const { ada, file, share } = await aSharedFile();
  await trashEntry(ada, file.id);
  await expect(visitShare(share.id, anybody, NOW)).rejects.toMatchObject({ code: "not_found" });
});

it("dies with its owner", async () => {
  const { ada, share } = await aSharedFile();
  await dynamo().send(new DeleteCommand({ TableName: table(), Key: keys.user(ada.id) }));
  await expect(download(share.id)).rejects.toMatchObject({ code: "not_found" });
});

it("tells nothing before the password", async () => {
  const { share } = await aSharedFile({ password: "sesame" });
  expect(await visitShare(share.id, anybody, NOW)).toEqual({ state: "password" });
  await expect(download(share.id)).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(look(share.id)).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(download(share.id, withBasic("guess"))).rejects.toMatchObject({
    details: { headers: { "www-authenticate": expect.stringContaining("Basic") } },
  });
});

it("opens for the password, by Basic and by the page's cookie", async () => {
  const { share } = await aSharedFile({ password: "sésame" });
  expect(await download(share.id, withBasic("sésame"))).toContain("X-Amz-Signature");
  const { name, value, ...options } = await unlockShare(share.id, "sésame", anybody, NOW);
  expect(options).toMatchObject({ httpOnly: true, sameSite: "lax", path: `/s/${share.id}` });
  expect(await visitShare(share.id, visitor({ cookie: `a=b; ${name}=${value}` }), NOW)).toMatchObject({
    state: "open",
  });
});

it("refuses a wrong password on the page", async () => {
  const { share } = await aSharedFile({ password: "sesame" });
  await expect(unlockShare(share.id, "Sesame", anybody, NOW)).rejects.toMatchObject({ code: "invalid_credentials" });
});

it("takes the cookie of no other link and of no older password", async () => {
  const [one, two] = [await aSharedFile({ password: "sesame" }), await aSharedFile({ password: "sesame" })];
  const { name, value } = await unlockShare(one.share.id, "sesame", anybody, NOW);
  const holder = visitor({ cookie: `${name}=${value}` });
  expect(await visitShare(two.share.id, holder, NOW)).toEqual({ state: "password" });
  await patchShare(one.ada, { shareId: one.share.id, password: "sesame" }, NOW);
  expect(await visitShare(one.share.id, holder, NOW)).toEqual({ state: "password" });
});

it("walks a shared folder and what is below it", async () => {
  const ada = await aUser();
  const folder = await aFolder(ada, "Photos");
  const below = await aFolder(ada, "Summer", folder.id);
  const photo = await aFile(ada, "sea.png", below.id, "image/png");
  const { id } = await createShare(ada, { entryId: folder.id }, NOW);
  expect((await listShared(id, { limit: 10 }, anybody, NOW)).items).toMatchObject([{ id: below.id }]);
  expect((await listShared(id, { folder: below.id, limit: 10 }, anybody, NOW)).items).toMatchObject([{ id: photo.id }]);
  expect((await openShare(id, anybody, photo.id, NOW)).entry.name).toBe("sea.png");
  expect(await look(id, photo.id)).toContain(photo.objectKey);
});

it("gives nothing beside or above a shared folder", async () => {
  const [ada, bob] = await Promise.all([aUser({ name: "Ada" }), aUser({ name: "Bob" })]);
  const above = await aFolder(ada, "Private");
  const folder = await aFolder(ada, "Photos", above.id);
  const secret = await aFile(ada, "secret.txt", above.id);
  const others = await aFile(bob, "bob.txt");
  const { id } = await createShare(ada, { entryId: folder.id }, NOW);
  const notFound = { code: "not_found" };
  await expect(listShared(id, { folder: above.id, limit: 10 }, anybody, NOW)).rejects.toMatchObject(notFound);
  await expect(listShared(id, { folder: ada.id, limit: 10 }, anybody, NOW)).rejects.toMatchObject(notFound);
  await expect(openShare(id, anybody, secret.id, NOW)).rejects.toMatchObject(notFound);
  await expect(openShare(id, anybody, others.id, NOW)).rejects.toMatchObject(notFound);
  await expect(look(id, secret.id)).rejects.toMatchObject(notFound);
});
