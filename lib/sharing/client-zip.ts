import { pagesOf, saveZip, type ZipEntry } from "@/lib/entries/client-zip";
import { fetchFile } from "@/lib/http/client";
import type { SharedEntry } from "@/lib/sharing/schema";

export type FolderDownload = {
  shareId: string;
  folder?: string;
  name: string;
  onProgress: (bytes: number) => void;
  signal: AbortSignal;
};

/** Puts a shared folder together as one ZIP in the browser, each file straight from the store. Throws as `saveZip` does. */
export const downloadFolder = (job: FolderDownload): Promise<void> =>
  saveZip({
    fileName: `${job.name}.zip`,
    entries: () => entriesBelow(job, job.folder, ""),
    onProgress: job.onProgress,
    signal: job.signal,
  });

async function* entriesBelow(job: FolderDownload, folder: string | undefined, path: string): AsyncGenerator<ZipEntry> {
  const query: Record<string, string> = folder ? { folder } : {};
  for await (const items of pagesOf<SharedEntry>(`/s/${job.shareId}/files`, query, job.signal)) {
    for (const entry of items) {
      const lastModified = new Date(entry.modifiedAt);
      const name = path + entry.name;
      if (entry.kind === "file") yield { name, lastModified, input: await open(job, entry) };
      else yield { name: `${name}/`, lastModified };
      if (entry.kind === "folder") yield* entriesBelow(job, entry.id, `${name}/`);
    }
  }
}

const open = ({ shareId, signal }: FolderDownload, { id, name }: SharedEntry): Promise<Response> =>
  fetchFile(`/s/${shareId}/download?file=${id}`, name, signal);
