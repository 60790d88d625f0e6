import { Check } from "lucide-react";
import { useState } from "react";
import { Spinner } from "@/components/ui/spinner";
import type { Entry } from "@/lib/entries/schema";
import { EntryIcon } from "./entry-icon";
import { useThumbnail } from "./use-thumbnail";

type Props = { entry: Entry; isSelected: boolean; isOpening?: boolean; isLarge?: boolean };

/** What an entry looks like: its picture, and a tick over it while it is selected. */
export function EntryFace({ entry, isSelected, isOpening = false, isLarge = false }: Props) {
  return (
    <span
      className={`relative grid shrink-0 place-items-center ${isLarge ? "h-32 overflow-hidden rounded-xl bg-ground group-aria-selected:bg-surface/60" : "size-9"}`}
    >
      {isOpening ? <Spinner /> : <Picture entry={entry} isLarge={isLarge} />}
      {isSelected && (
        <span
          aria-hidden="true"
          className={`absolute grid size-5 place-items-center rounded-full bg-accent text-accent-ink ${isLarge ? "start-2 top-2" : "-end-1 -bottom-1"}`}
        >
          <Check className="size-3.5" strokeWidth={3} />
        </span>
      )}
    </span>
  );
}

/** A picture's own small picture; of all else, and until it is there, the sign of its kind. */
function Picture({ entry, isLarge }: Pick<Props, "entry" | "isLarge">) {
  const url = useThumbnail(entry);
  const [broken, setBroken] = useState<string | null>(null);
  if (!url || url === broken) return <EntryIcon kind={entry.kind} type={entry.type} size={isLarge ? "lg" : "md"} />;
  return (
    // biome-ignore lint/performance/noImgElement: user images never go through an optimizer (SECURITY 20)
    <img
      src={url}
      alt=""
      draggable={false}
      onError={() => setBroken(url)}
      className={`size-full object-cover ${isLarge ? "" : "rounded-lg"}`}
    />
  );
}
