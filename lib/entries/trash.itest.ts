import { describe, expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { createFolder, getEntry, listFolder } from "./entries";
import { emptyTrash, runPurge } from "./purge";
import { patchEntry } from "./relocate";
import { listRows, listTrashRows } from "./repo";
import { listTrash, purgeEntry, restoreEntry, trashEntry } from "./trash";

const query = { parent: "root", sort: "name", order: "asc", limit: 100 } as const;
const page = { limit: 100 };

describe("trash", () => {
  it("hides an entry and what is below it, and shows it in the trash", async () => {
    const ada = await aUser();
    const outer = await createFolder(ada, { parentId: "root", name: "Outer" });
    const inner = await createFolder(ada, { parentId: outer.id, name: "Inner" });
    await trashEntry(ada, outer.id);
    await expect(getEntry(ada, inner.id)).rejects.toMatchObject({ code: "not_found" });
    const trash = await listTrash(ada, page);
    expect(trash.items.map((entry) => entry.id)).toEqual([outer.id]);
  });

  it("restores to where it was, renamed when the name was taken since", async () => {
    const ada = await aUser();
    const first = await createFolder(ada, { parentId: "root", name: "Notes" });
    await trashEntry(ada, first.id);
    await createFolder(ada, { parentId: "root", name: "Notes" });
    const back = await restoreEntry(ada, first.id);
    expect(back).toMatchObject({ id: first.id, name: "Notes (1)", parentId: "root", trashedAt: null });
  });

  it("restores to the top folder when its own folder is gone", async () => {
    const ada = await aUser();
    const outer = await createFolder(ada, { parentId: "root", name: "Outer" });
    const inner = await createFolder(ada, { parentId: outer.id, name: "Inner" });
    await trashEntry(ada, inner.id);
    await trashEntry(ada, outer.id);
    const back = await restoreEntry(ada, inner.id);
    expect(back.parentId).toBe("root");
  });

  it("takes nothing into a folder that is being purged", async () => {
    const ada = await aUser();
    const folder = await createFolder(ada, { parentId: "root", name: "Doomed" });
    await trashEntry(ada, folder.id);
    await purgeEntry(ada, folder.id);
    await expect(createFolder(ada, { parentId: folder.id, name: "Late" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("empties itself", async () => {
    const ada = await aUser();
    const folder = await createFolder(ada, { parentId: "root", name: "Old" });
    await trashEntry(ada, folder.id);
    await emptyTrash(ada);
    expect((await listTrash(ada, page)).items).toEqual([]);
  });

  it("purges a tree, and a second run of the same job finds nothing to do", async () => {
    const ada = await aUser();
    const outer = await createFolder(ada, { parentId: "root", name: "Outer" });
    await createFolder(ada, { parentId: outer.id, name: "Inner" });
    const { rows } = await listRows(ada.id, query);
    await trashEntry(ada, outer.id);
    const [trashed] = (await listTrashRows(ada.id, 10)).rows;
    await purgeEntry(ada, outer.id);
    const job = { row: JSON.stringify(trashed) };
    await runPurge(job, async () => undefined);
    await runPurge(job, async () => undefined);
    const left = await listRows(outer.id, query);
    expect({ before: rows.length, left: left.rows.length }).toEqual({ before: 1, left: 0 });
    expect((await listFolder(ada, query)).items).toEqual([]);
  });

  it("leaves alone what was moved out of the tree before its turn came", async () => {
    const ada = await aUser();
    const outer = await createFolder(ada, { parentId: "root", name: "Outer" });
    const inner = await createFolder(ada, { parentId: outer.id, name: "Inner" });
    const [stale] = (await listRows(outer.id, query)).rows;
    await patchEntry(ada, { entryId: inner.id, parentId: "root" });
    await runPurge({ row: JSON.stringify(stale) }, async () => undefined);
    expect(await getEntry(ada, inner.id)).toMatchObject({ id: inner.id, parentId: "root" });
  });
});
