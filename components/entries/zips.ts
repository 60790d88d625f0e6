import { askBeforeLeaving } from "@/components/ui/leaving";
import { createStore } from "@/components/ui/store";
import { ownEntries, saveZip } from "@/lib/entries/client-zip";
import type { Entry } from "@/lib/entries/schema";

/** Entries on their way into one ZIP; `bytes` counts what it holds by now. */
export type Packing = { id: number; name: string; entries: Entry[]; bytes: number; cancel: () => void };

/** The ZIPs that are under way, wherever in the drive they were asked for. */
export const packings = createStore<Packing[]>([]);

let lastId = 0;

/** Puts entries into one ZIP, here and from the store's own bytes, and saves it. @throws what broke it, unless it was given up. */
export async function pack(entries: Entry[], name: string): Promise<void> {
  const id = ++lastId;
  const controller = new AbortController();
  const { signal } = controller;
  const end = () => packings.set(packings.now().filter((each) => each.id !== id));
  const cancel = () => {
    controller.abort();
    end();
  };
  const onProgress = (bytes: number) =>
    packings.set(packings.now().map((each) => (each.id === id ? { ...each, bytes } : each)));
  packings.set([...packings.now(), { id, name, entries, bytes: 0, cancel }]);
  try {
    const zip = saveZip({ fileName: `${name}.zip`, entries: () => ownEntries(entries, signal), onProgress, signal });
    await askBeforeLeaving(zip);
  } catch (reason) {
    const isWish = reason instanceof DOMException && reason.name === "AbortError";
    if (!isWish) throw reason;
  } finally {
    end();
  }
}
