import type { Entry, Page } from "@/lib/entries/schema";
import { callApi, fetchFile } from "@/lib/http/client";

/** A file of a ZIP, or a folder, whose name ends in a slash. */
export type ZipEntry = { name: string; lastModified: Date; input?: Response };

export type ZipJob = {
  fileName: string;
  entries: () => AsyncIterable<ZipEntry>;
  onProgress: (bytes: number) => void;
  signal: AbortSignal;
};

const KEPT_MS = 60_000;

type Picker = (options: { suggestedName: string }) => Promise<{ createWritable: () => Promise<WritableStream> }>;

/**
 * Puts files together as one ZIP in the browser and saves it: as it comes where the browser lets a page write a file, else
 * when it is whole. Throws when it is aborted or a file can't be had.
 */
export async function saveZip({ fileName, entries, onProgress, signal }: ZipJob): Promise<void> {
  // First of all: a browser opens its dialog only right after a click.
  const target = await pickTarget(fileName);
  const { makeZip } = await import("client-zip");
  const zip = makeZip(withInputs(entries())).pipeThrough(counting(onProgress));
  if (target) return zip.pipeTo(target, { signal });
  save(await new Response(zip, { headers: { "content-type": "application/zip" } }).blob(), fileName);
}

/** The caller's own entries and all that is below them, for a ZIP. */
export async function* ownEntries(entries: Entry[], signal: AbortSignal, path = ""): AsyncGenerator<ZipEntry> {
  for (const entry of entries) {
    const lastModified = new Date(entry.modifiedAt);
    const name = path + entry.name;
    if (entry.kind === "file") yield { name, lastModified, input: await openContent(entry, signal) };
    else yield { name: `${name}/`, lastModified };
    if (entry.kind === "folder") {
      const query = { parent: entry.id };
      for await (const below of pagesOf<Entry>("/api/files", query, signal))
        yield* ownEntries(below, signal, `${name}/`);
    }
  }
}

/** The pages of a list of the HTTP contract. @throws Error with the refusal's sentence. */
export async function* pagesOf<T>(
  path: string,
  query: Record<string, string>,
  signal: AbortSignal,
): AsyncGenerator<T[]> {
  let cursor: string | null = "";
  while (cursor !== null) {
    const search: URLSearchParams = new URLSearchParams({ ...query, limit: "1000", ...(cursor ? { cursor } : {}) });
    const result = await callApi<Page<T>>(`${path}?${search}`, { signal });
    if (!result.ok) throw new Error(result.error.message);
    yield result.value.items;
    cursor = result.value.nextCursor;
  }
}

const openContent = ({ id, name }: Entry, signal: AbortSignal): Promise<Response> =>
  fetchFile(`/api/files/${id}/content`, name, signal);

// client-zip tells a folder by its input, which is then not there at all.
async function* withInputs(entries: AsyncIterable<ZipEntry>) {
  for await (const { name, lastModified, input } of entries)
    yield input ? { name, lastModified, input } : { name, lastModified };
}

function counting(onProgress: (bytes: number) => void): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform: (chunk, controller) => {
      bytes += chunk.length;
      onProgress(bytes);
      controller.enqueue(chunk);
    },
  });
}

async function pickTarget(suggestedName: string): Promise<WritableStream | null> {
  const pick: Picker | undefined = Reflect.get(window, "showSaveFilePicker");
  if (!pick) return null;
  return (await pick.call(window, { suggestedName })).createWritable();
}

function save(blob: Blob, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  // Some browsers read it only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
