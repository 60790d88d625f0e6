import { createStore } from "@/components/ui/store";
import type { ActivityView } from "@/lib/activity/schema";
import type { CopyProgress, Page } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";

const ASK_EVERY_MS = 1000;

/** A folder that is being copied; `copied` counts what is below it by now. */
export type Copying = { id: string; name: string; copied: number };

/** The copies that are under way. */
export const copies = createStore<Copying[]>([]);

/** Follows the copy of a folder to its end, and then tells whether all of it is there. What is whole already is no news. */
export async function followCopy(id: string, name: string, onEnd: (isWhole: boolean) => void): Promise<void> {
  for (let isNews = false; ; isNews = true) {
    const result = await callApi<CopyProgress>(`/api/files/${id}/copy`);
    const isOver = !result.ok || result.value.isDone;
    copies.set([
      ...copies.now().filter((copy) => copy.id !== id),
      ...(isOver ? [] : [{ id, name, copied: result.value.copied }]),
    ]);
    if (isOver && isNews) onEnd(await isWhole(id));
    if (isOver) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

async function isWhole(id: string): Promise<boolean> {
  const result = await callApi<Page<ActivityView>>(`/api/activity?entry=${id}&limit=20`);
  return result.ok && !result.value.items.some(({ action }) => action === "copy.incomplete");
}
