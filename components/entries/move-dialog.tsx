"use client";

import { CornerLeftUp } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { useToast } from "@/components/ui/toasts";
import { moveEntries } from "@/lib/entries/actions";
import type { Entry, Page } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import { EntryIcon } from "./entry-icon";

type Crumb = { id: string; name: string };

export function MoveDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const [trail, setTrail] = useState<Crumb[]>([{ id: "root", name: "My files" }]);
  const [folders, setFolders] = useState<Entry[] | null>(null);
  const [error, setError] = useState<string>();
  const toast = useToast();
  const here = trail.at(-1) ?? { id: "root", name: "My files" };
  useEffect(() => {
    const leaving = new AbortController();
    callApi<Page<Entry>>(`/api/files?parent=${here.id}&limit=1000`, { signal: leaving.signal })
      .then((result) =>
        setFolders(
          result.ok ? result.value.items.filter((item) => item.kind === "folder" && item.id !== entry.id) : [],
        ),
      )
      .catch(() => undefined);
    return () => leaving.abort();
  }, [here.id, entry.id]);
  const move = async () => {
    const result = await moveEntries({ entryIds: [entry.id], parentId: here.id });
    if (!result.ok) return setError(result.error.message);
    const back = entry.parentId ?? "root";
    toast({
      message: `Moved to ${here.name}`,
      undo: async () => void (await moveEntries({ entryIds: [entry.id], parentId: back })),
    });
    onClose();
  };
  return (
    <Modal title={`Move ${entry.name}`} onClose={onClose}>
      <div className="flex items-center gap-2">
        {trail.length > 1 && (
          <Button look="quiet" aria-label="Up" className="px-3" onClick={() => setTrail(trail.slice(0, -1))}>
            <CornerLeftUp aria-hidden="true" className="size-4" />
          </Button>
        )}
        <p className="font-medium">{here.name}</p>
      </div>
      <ul className="my-3 h-56 overflow-auto rounded-xl border border-line p-1">
        {folders?.map((folder) => (
          <li key={folder.id}>
            <button
              type="button"
              onClick={() => setTrail([...trail, folder])}
              className="flex min-h-11 w-full items-center gap-3 rounded-lg px-2 text-left hover:bg-raised"
            >
              <EntryIcon kind="folder" type={null} />
              <span className="truncate">{folder.name}</span>
            </button>
          </li>
        ))}
        {folders?.length === 0 && <li className="p-4 text-center text-muted">No folders here</li>}
      </ul>
      {error && (
        <p role="alert" className="mb-3 text-danger">
          {error}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" onClick={move}>
          Move here
        </Button>
      </div>
    </Modal>
  );
}
