import { EntryIcon } from "@/components/entries/entry-icon";
import type { OpenVisit } from "@/lib/sharing/schema";
import { FromWhom } from "./from-whom";
import { SharedLook } from "./late-parts";
import { TakeFile } from "./take-file";
import { termsOf } from "./terms";
import { WorksUntil } from "./works-until";

/** One shared file: what it is, from whom, how big, and the way to have it. */
export function SharedFile({ visit }: { visit: OpenVisit }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] justify-items-center text-center">
      <Look visit={visit} />
      <h1 dir="auto" className="wrap-anywhere mt-4 font-semibold text-xl leading-7 tracking-tight">
        {visit.name}
      </h1>
      <FromWhom ownerName={visit.ownerName} size={visit.size} />
      <TakeFile visit={visit} className="mt-8" />
      <WorksUntil expiresAt={visit.expiresAt} />
    </div>
  );
}

/** The file itself: a picture at once; what plays as soon as its player is there, or by the browser's own without a script. */
function Look({ visit }: { visit: OpenVisit }) {
  const { previewUrl, previewKind, entryId, type, kind, name, size } = visit;
  const look = <SharedLook terms={termsOf(visit)} entry={{ id: entryId, kind, type, name, size }} kind={previewKind} />;
  if (previewUrl && previewKind === "image") {
    return (
      <div className="relative mb-6 grid w-full overflow-hidden rounded-2xl bg-ground">
        {/* biome-ignore lint/performance/noImgElement: user images never pass through the image optimizer (SECURITY 20) */}
        <img src={previewUrl} alt="" className="max-h-96 w-full object-contain" />
        {look}
      </div>
    );
  }
  const plain = { src: previewUrl ?? "", controls: true, preload: "metadata", "aria-label": name } as const;
  if (previewUrl && previewKind === "video") {
    return (
      <div className="mb-6 grid aspect-video w-full overflow-hidden rounded-2xl bg-black text-white">
        <noscript>
          <video {...plain} className="size-full" />
        </noscript>
        {look}
      </div>
    );
  }
  return (
    <>
      <EntryIcon kind={kind} type={type} size="lg" />
      {previewUrl && previewKind === "audio" && (
        <div className="mt-6 grid min-h-14 w-full">
          <noscript>
            <audio {...plain} className="w-full" />
          </noscript>
          {look}
        </div>
      )}
    </>
  );
}
