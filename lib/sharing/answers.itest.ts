import { expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { downloadAnswer, openAnswer, previewAnswer } from "@/lib/sharing/answers";
import { createShare, listShares } from "@/lib/sharing/sharing";
import { aFile, aFolder } from "@/lib/sharing/test-support";

const ask = (headers: Record<string, string> = {}, method = "GET") =>
  new Request("http://localhost:3000/s/x", { method, headers });

it("sends a program straight to the file", async () => {
  const ada = await aUser();
  const { id } = await createShare(ada, { entryId: (await aFile(ada, "plan.txt")).id });
  const answer = await openAnswer(id, ask());
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toContain("X-Amz-Expires=60");
  expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
});

it("sends a program to a shared folder's list", async () => {
  const ada = await aUser();
  const { id } = await createShare(ada, { entryId: (await aFolder(ada, "Photos")).id });
  expect((await openAnswer(id, ask())).headers.get("location")).toBe(`/s/${id}/files`);
  expect((await downloadAnswer(id, ask())).headers.get("content-type")).toBe("application/zip");
});

it("counts no HEAD and no prefetch, and gives neither an address", async () => {
  const ada = await aUser();
  const { id } = await createShare(ada, { entryId: (await aFile(ada, "plan.txt")).id, maxDownloads: 1 });
  const head = await downloadAnswer(id, ask({}, "HEAD"));
  const prefetch = await downloadAnswer(id, ask({ "sec-purpose": "prefetch" }));
  expect([head.status, prefetch.status]).toEqual([200, 200]);
  expect([head.headers.get("location"), prefetch.headers.get("location")]).toEqual([null, null]);
  expect((await listShares(ada, { limit: 1 })).items).toMatchObject([{ downloads: 0 }]);
});

it("shows a file of a shared folder by redirect, and a HEAD no address", async () => {
  const ada = await aUser();
  const folder = await aFolder(ada, "Photos");
  const photo = await aFile(ada, "sea.png", folder.id, "image/png");
  const { id } = await createShare(ada, { entryId: folder.id });
  const answer = await previewAnswer(id, ask(), photo.id);
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toContain("inline");
  expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
  const head = await previewAnswer(id, ask({}, "HEAD"), photo.id);
  expect([head.status, head.headers.get("location")]).toEqual([200, null]);
});

it("asks a program for the password and sends a person to the page", async () => {
  const ada = await aUser();
  const { id } = await createShare(ada, { entryId: (await aFile(ada, "plan.txt")).id, password: "sesame" });
  await expect(downloadAnswer(id, ask())).rejects.toMatchObject({ code: "unauthenticated" });
  const answer = await downloadAnswer(id, ask({ accept: "text/html,*/*" }));
  expect(answer.headers.get("location")).toBe(`/s/${id}`);
});
