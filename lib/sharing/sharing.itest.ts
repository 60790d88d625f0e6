import { expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { trashEntry } from "@/lib/entries/trash";
import { env } from "@/lib/env";
import { createShare, listShares, listSharesOf, patchShare, revokeShare } from "@/lib/sharing/sharing";
import { aFile, aFolder, DAY_MS, later, NOW } from "@/lib/sharing/test-support";

it("makes a link that ends in seven days and allows downloads", async () => {
  const ada = await aUser();
  const file = await aFile(ada, "plan.txt");
  const share = await createShare(ada, { entryId: file.id }, NOW);
  expect(share).toMatchObject({ entryId: file.id, name: "plan.txt", expiresAt: later(7 * DAY_MS).toISOString() });
  expect(share).toMatchObject({ hasPassword: false, maxDownloads: null, downloads: 0, allowDownload: true });
  expect(share.url).toBe(`${env().AUTH_URL}/s/${share.id}`);
});

it("gives ids of 128 random bits", async () => {
  const ada = await aUser();
  const file = await aFile(ada, "plan.txt");
  const share = await createShare(ada, { entryId: file.id }, NOW);
  expect(Buffer.from(share.id, "base64url")).toHaveLength(16);
});

it("makes a link without an end where null is asked for", async () => {
  const ada = await aUser();
  const file = await aFile(ada, "plan.txt");
  expect(await createShare(ada, { entryId: file.id, expiresAt: null }, NOW)).toMatchObject({ expiresAt: null });
});

it("refuses an end that has passed", async () => {
  const ada = await aUser();
  const file = await aFile(ada, "plan.txt");
  const attempt = createShare(ada, { entryId: file.id, expiresAt: later(-1).toISOString() }, NOW);
  await expect(attempt).rejects.toMatchObject({ code: "validation_failed" });
});

it("never tells the password or its hash", async () => {
  const ada = await aUser();
  const file = await aFile(ada, "plan.txt");
  const share = await createShare(ada, { entryId: file.id, password: "open sesame" }, NOW);
  expect(share.hasPassword).toBe(true);
  expect(JSON.stringify(share)).not.toMatch(/sesame|bcrypt|\$2/);
});

it("hides an entry from everyone who may not share it", async () => {
  const [ada, bob] = await Promise.all([aUser({ name: "Ada" }), aUser({ name: "Bob" })]);
  const file = await aFile(ada, "plan.txt");
  await expect(createShare(bob, { entryId: file.id }, NOW)).rejects.toMatchObject({ code: "not_found" });
  await expect(listSharesOf(bob, file.id, { limit: 100 })).rejects.toMatchObject({ code: "not_found" });
});

it("hides a link from everyone but its owner", async () => {
  const [ada, bob] = await Promise.all([aUser({ name: "Ada" }), aUser({ name: "Bob" })]);
  const file = await aFile(ada, "plan.txt");
  const share = await createShare(ada, { entryId: file.id }, NOW);
  await expect(patchShare(bob, { shareId: share.id, maxDownloads: 9 }, NOW)).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(revokeShare(bob, share.id, NOW)).rejects.toMatchObject({ code: "not_found" });
  await expect(patchShare(ada, { shareId: "unknown" }, NOW)).rejects.toMatchObject({ code: "not_found" });
});

it("lists the owner's links newest first, page by page, each once", async () => {
  const ada = await aUser();
  const file = await aFile(ada, "plan.txt");
  const first = await createShare(ada, { entryId: file.id }, NOW);
  const second = await createShare(ada, { entryId: file.id }, later(1000));
  const third = await createShare(ada, { entryId: file.id }, later(2000));
  const page = await listShares(ada, { limit: 2 });
  const rest = await listShares(ada, { limit: 2, cursor: page.nextCursor ?? undefined });
  expect([...page.items, ...rest.items].map((share) => share.id)).toEqual([third.id, second.id, first.id]);
  expect(rest.nextCursor).toBeNull();
});

it("lists the links of one entry alone", async () => {
  const ada = await aUser();
  const [file, folder] = [await aFile(ada, "plan.txt"), await aFolder(ada, "Photos")];
  const share = await createShare(ada, { entryId: file.id }, NOW);
  await createShare(ada, { entryId: folder.id }, later(1000));
  const { items } = await listSharesOf(ada, file.id, { limit: 1 });
  expect(items.map((each) => each.id)).toEqual([share.id]);
});

it("keeps the link of a trashed entry in the list, under its last name", async () => {
  const ada = await aUser();
  const file = await aFile(ada, "plan.txt");
  await createShare(ada, { entryId: file.id }, NOW);
  await trashEntry(ada, file.id);
  const { items } = await listShares(ada, { limit: 10 });
  expect(items).toMatchObject([{ name: "plan.txt" }]);
});

it("changes what is given and leaves the rest", async () => {
  const ada = await aUser();
  const file = await aFile(ada, "plan.txt");
  const { id: shareId } = await createShare(ada, { entryId: file.id, password: "sesame", maxDownloads: 3 }, NOW);
  const changed = await patchShare(ada, { shareId, expiresAt: null, allowDownload: false }, NOW);
  expect(changed).toMatchObject({ expiresAt: null, allowDownload: false, hasPassword: true, maxDownloads: 3 });
  expect(await patchShare(ada, { shareId, password: null }, NOW)).toMatchObject({ hasPassword: false });
  expect(await patchShare(ada, { shareId }, NOW)).toMatchObject({ maxDownloads: 3, name: "plan.txt" });
});

it("revokes for good, and a second time without error", async () => {
  const ada = await aUser();
  const file = await aFile(ada, "plan.txt");
  const { id: shareId } = await createShare(ada, { entryId: file.id }, NOW);
  await revokeShare(ada, shareId, NOW);
  await revokeShare(ada, shareId, later(5000));
  expect((await listShares(ada, { limit: 1 })).items).toMatchObject([{ revokedAt: NOW.toISOString() }]);
  await expect(patchShare(ada, { shareId, expiresAt: null }, NOW)).rejects.toMatchObject({ code: "gone" });
});
