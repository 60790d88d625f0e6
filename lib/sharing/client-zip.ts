import type { Page } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import type { SharedEntry } from "@/lib/sharing/schema";

export type FolderDownload = {
  shareId: string;
  folder?: string;
  name: string;
  onProgress: (bytes: number) => void;
  signal: AbortSignal;
};

const KEPT_MS = 60_000;

type Picker = (options: { suggestedName: string }) => Promise<{ createWritable: () => Promise<WritableStream> }>;

/**
 * Puts a shared folder together as one ZIP in the browser, each file straight from the store, and saves it: as it comes where
 * the browser lets a page write a file, else when it is whole. Throws when it is aborted or a file can't be had.
 */
export async function downloadFolder(job: FolderDownload): Promise<void> {
  const fileName = `${job.name}.zip`;
  // First of all: a browser opens its dialog only right after a click.
  const target = await pickTarget(fileName);
  const { makeZip } = await import("client-zip");
  const zip = makeZip(entriesBelow(job, job.folder, "")).pipeThrough(counting(job.onProgress));
  if (target) return zip.pipeTo(target, { signal: job.signal });
  save(await new Response(zip, { headers: { "content-type": "application/zip" } }).blob(), fileName);
}

async function pickTarget(suggestedName: string): Promise<WritableStream | null> {
  const pick: Picker | undefined = Reflect.get(window, "showSaveFilePicker");
  if (!pick) return null;
  return (await pick.call(window, { suggestedName })).createWritable();
}

async function* entriesBelow(
  job: FolderDownload,
  folder: string | undefined,
  path: string,
): AsyncGenerator<{ name: string; lastModified: Date; input: Response } | { name: string; lastModified: Date }> {
  for await (const entry of listed(job, folder)) {
    const lastModified = new Date(entry.modifiedAt);
    const name = path + entry.name;
    if (entry.kind === "file") yield { name, lastModified, input: await open(job, entry) };
    else yield { name: `${name}/`, lastModified };
    if (entry.kind === "folder") yield* entriesBelow(job, entry.id, `${name}/`);
  }
}

async function* listed({ shareId, signal }: FolderDownload, folder: string | undefined): AsyncGenerator<SharedEntry> {
  let cursor: string | null = "";
  while (cursor !== null) {
    const query = new URLSearchParams({ limit: "1000", ...(folder ? { folder } : {}), ...(cursor ? { cursor } : {}) });
    const page: Page<SharedEntry> = await orThrow(
      callApi<Page<SharedEntry>>(`/s/${shareId}/files?${query}`, { signal }),
    );
    yield* page.items;
    cursor = page.nextCursor;
  }
}

async function orThrow<T>(call: ReturnType<typeof callApi<T>>): Promise<T> {
  const result = await call;
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function open({ shareId, signal }: FolderDownload, { id, name }: SharedEntry): Promise<Response> {
  const response = await fetch(`/s/${shareId}/download?file=${id}`, { signal });
  if (!response.ok) throw new Error(`"${name}" could not be read.`);
  return response;
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

function save(blob: Blob, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  // Some browsers read it only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
