import { describe, expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { createFolder, getEntry, listFolder, pathOf } from "./entries";
import { patchEntry } from "./relocate";

const query = { parent: "root", sort: "name", order: "asc", limit: 100 } as const;
const inRoot = (name: string) => ({ parentId: "root", name });

describe("folders", () => {
  it("shows what was made, in natural order", async () => {
    const ada = await aUser();
    await Promise.all(["file10", "file2", "Alpha"].map((name) => createFolder(ada, inRoot(name))));
    const page = await listFolder(ada, query);
    expect(page.items.map((entry) => entry.name)).toEqual(["Alpha", "file2", "file10"]);
  });

  it("refuses a name that is taken, whatever its case", async () => {
    const ada = await aUser();
    await createFolder(ada, inRoot("Straße"));
    await expect(createFolder(ada, inRoot("STRASSE"))).rejects.toMatchObject({ code: "name_taken" });
  });

  it("renames a newcomer where that was asked for", async () => {
    const ada = await aUser();
    await createFolder(ada, inRoot("Photos"));
    const second = await createFolder(ada, { ...inRoot("Photos"), onConflict: "rename" });
    expect(second.name).toBe("Photos (1)");
  });

  it("pages without a repeat or a gap, folders first, either way", async () => {
    const ada = await aUser();
    await Promise.all(Array.from({ length: 25 }, (_, index) => createFolder(ada, inRoot(`f${index}`))));
    const first = await listFolder(ada, { ...query, order: "desc", limit: 10 });
    const second = await listFolder(ada, { ...query, order: "desc", limit: 10, cursor: first.nextCursor ?? "" });
    const third = await listFolder(ada, { ...query, order: "desc", limit: 10, cursor: second.nextCursor ?? "" });
    const names = [first, second, third].flatMap((page) => page.items.map((entry) => entry.name));
    expect(names).toEqual(Array.from({ length: 25 }, (_, index) => `f${24 - index}`));
    expect(third.nextCursor).toBeNull();
  });

  it("refuses a cursor of another list", async () => {
    const ada = await aUser();
    await Promise.all(["a", "b"].map((name) => createFolder(ada, inRoot(name))));
    const { nextCursor } = await listFolder(ada, { ...query, limit: 1 });
    const elsewhere = listFolder(ada, { ...query, order: "desc", cursor: nextCursor ?? "" });
    await expect(elsewhere).rejects.toMatchObject({ code: "validation_failed" });
  });

  it("is hidden from everyone else", async () => {
    const [ada, bob] = await Promise.all([aUser(), aUser()]);
    const { id } = await createFolder(ada, inRoot("Mine"));
    await expect(getEntry(bob, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(patchEntry(bob, { entryId: id, name: "His" })).rejects.toMatchObject({ code: "not_found" });
    await expect(createFolder(bob, { parentId: id, name: "In" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("rename and move", () => {
  it("moves a folder with all below it, and the path follows", async () => {
    const ada = await aUser();
    const [from, to] = await Promise.all(["From", "To"].map((name) => createFolder(ada, inRoot(name))));
    const below = await createFolder(ada, { parentId: from?.id ?? "", name: "Below" });
    await patchEntry(ada, { entryId: from?.id ?? "", parentId: to?.id ?? "", name: "Moved" });
    const path = await pathOf(ada, below.id);
    expect(path.items.map((item) => item.name)).toEqual(["My files", "To", "Moved", "Below"]);
  });

  it("changes the case of a name in place", async () => {
    const ada = await aUser();
    const folder = await createFolder(ada, inRoot("photos"));
    await patchEntry(ada, { entryId: folder.id, name: "Photos" });
    const page = await listFolder(ada, query);
    expect(page.items.map((entry) => entry.name)).toEqual(["Photos"]);
  });

  it("refuses to move a folder below itself", async () => {
    const ada = await aUser();
    const outer = await createFolder(ada, inRoot("Outer"));
    const inner = await createFolder(ada, { parentId: outer.id, name: "Inner" });
    await expect(patchEntry(ada, { entryId: outer.id, parentId: inner.id })).rejects.toMatchObject({ code: "cycle" });
  });

  it("refuses a change of what was changed since it was read", async () => {
    const ada = await aUser();
    const folder = await createFolder(ada, inRoot("Once"));
    await patchEntry(ada, { entryId: folder.id, name: "Twice" });
    const late = patchEntry(ada, { entryId: folder.id, name: "Thrice", ifMatch: `"${folder.etag}"` });
    await expect(late).rejects.toMatchObject({ code: "precondition_failed" });
  });
});
