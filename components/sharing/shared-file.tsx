import { Download } from "lucide-react";
import { EntryIcon } from "@/components/entries/entry-icon";
import { buttonClass } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { formatBytes } from "@/lib/format";
import type { ShareVisit } from "@/lib/sharing/schema";

type Open = Extract<ShareVisit, { state: "open" }>;

/** One shared file: what it is, from whom, how big, and the way to have it. */
export function SharedFile({ visit }: { visit: Open }) {
  const isImage = visit.previewUrl !== null && visit.type?.startsWith("image/");
  return (
    <div className="grid justify-items-center text-center">
      {visit.previewUrl && isImage ? (
        // biome-ignore lint/performance/noImgElement: user images never pass through the image optimizer (SECURITY 20)
        <img src={visit.previewUrl} alt="" className="mb-6 max-h-96 w-full rounded-2xl bg-ground object-contain" />
      ) : (
        <EntryIcon kind={visit.kind} type={visit.type} size="lg" />
      )}
      <h1 dir="auto" className="wrap-anywhere mt-4 font-semibold text-xl leading-7 tracking-tight">
        {visit.name}
      </h1>
      <p className="mt-1 text-muted">
        From {visit.ownerName}
        {visit.size !== null && ` · ${formatBytes(visit.size)}`}
      </p>
      {visit.allowDownload ? (
        <a href={`/s/${visit.shareId}/download`} className={buttonClass("primary", "mt-8 min-h-12 w-full sm:min-h-12")}>
          <Download aria-hidden="true" className="size-5" /> Download
        </a>
      ) : (
        <p className="mt-8 rounded-xl bg-ground px-4 py-3 text-muted text-sm">You may look at this, not download it.</p>
      )}
      {visit.expiresAt && (
        <p className="mt-4 text-muted text-sm">
          This link works until <Moment at={visit.expiresAt} />.
        </p>
      )}
    </div>
  );
}
