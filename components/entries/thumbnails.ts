import { createStore } from "@/components/ui/store";
import { drawThumbnail, fetchPicture, storeThumbnail } from "@/lib/entries/client-thumbnails";
import type { Entry, Thumbnail } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import { previewKindOf } from "@/lib/preview-kind";

// Rows come to sight one after another: they are asked for together.
const TOGETHER_MS = 60;
const AT_ONCE = 100;
// Signed for five minutes; a little less, so that none is used that has just ended.
const GOOD_MS = 4 * 60 * 1000;
const MOST_FETCHED_BYTES = 20_000_000;
const DRAWN_AT_ONCE = 2;

/** `url` null: there is none. Known until `until`. */
type Known = { url: string | null; until: number };

const known = new Map<string, Known>();
const asked = new Map<string, Entry>();
const undrawn: Entry[] = [];
let drawing = 0;
let isAsking = false;

type Content = Pick<Entry, "id" | "versionId" | "kind" | "type" | "name">;

const keyOf = ({ id, versionId }: Content): string => `${id}/${versionId}`;

/** Whether an entry is a picture that browsers can draw small. */
export const isPicture = (entry: Content): boolean => previewKindOf(entry) === "image";

/** The address of an entry's small picture as far as it is known. */
export const thumbnailNow = (entry: Entry): string | null => known.get(keyOf(entry))?.url ?? null;

/** How often more became known. */
const news = createStore(0);

/** Tells when more is known. */
export const onThumbnails = news.subscribe;

/** Asks for an entry's small picture, unless it is known. */
export function wantThumbnail(entry: Entry): void {
  if (!isPicture(entry) || (known.get(keyOf(entry))?.until ?? 0) > Date.now()) return;
  asked.set(keyOf(entry), entry);
  askSoon();
}

function askSoon(): void {
  if (isAsking) return;
  isAsking = true;
  setTimeout(ask, TOGETHER_MS);
}

async function ask(): Promise<void> {
  isAsking = false;
  const batch = [...asked.values()].slice(0, AT_ONCE);
  for (const entry of batch) asked.delete(keyOf(entry));
  if (asked.size > 0) askSoon();
  const ids = batch.map(({ id }) => id).join(",");
  const result = await callApi<{ items: Thumbnail[] }>(`/api/thumbnails?ids=${ids}`);
  if (!result.ok) return;
  const found = new Map(result.value.items.map((item) => [item.id, item]));
  for (const entry of batch) {
    const item = found.get(entry.id);
    known.set(keyOf(entry), { url: item?.url ?? null, until: Date.now() + GOOD_MS });
    // It came by another way than this browser: whoever sees it first makes its picture.
    if (item?.state === "missing" && (entry.size ?? 0) <= MOST_FETCHED_BYTES) undrawn.push(entry);
  }
  tell();
  drawNext();
}

function drawNext(): void {
  const entry = drawing < DRAWN_AT_ONCE ? undrawn.shift() : undefined;
  if (!entry) return;
  drawing++;
  fetchPicture(entry.id)
    .then((picture) => picture && addThumbnail(entry, picture))
    .catch(() => undefined)
    .finally(() => {
      drawing--;
      drawNext();
    });
  drawNext();
}

/** Makes the small picture of a file from its content, shows it and stores it for the next time. */
export async function addThumbnail(entry: Content, content: Blob): Promise<void> {
  if (!isPicture(entry)) return;
  const small = await drawThumbnail(content);
  const url = small ? URL.createObjectURL(small.blob) : null;
  known.set(keyOf(entry), { url, until: Number.POSITIVE_INFINITY });
  tell();
  await storeThumbnail(entry.id, small).catch(() => undefined);
}

const tell = (): void => news.set(news.now() + 1);
