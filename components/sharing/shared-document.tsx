import { EntryIcon } from "@/components/entries/entry-icon";
import type { OpenVisit } from "@/lib/sharing/schema";
import { FromWhom } from "./from-whom";
import { SharedLook } from "./late-parts";
import { TakeFile } from "./take-file";
import { termsOf } from "./terms";
import { WorksUntil } from "./works-until";

/** One shared file that is read: what it is and the way to have it above, and its pages below. */
export function SharedDocument({ visit }: { visit: OpenVisit }) {
  const { kind, type, name, ownerName, size, entryId, previewKind, expiresAt } = visit;
  return (
    <>
      <div className="flex flex-wrap items-center gap-4">
        <EntryIcon kind={kind} type={type} size="lg" />
        <div className="min-w-0 flex-1">
          <h1 className="wrap-anywhere font-semibold text-xl leading-7 tracking-tight">
            <bdi>{name}</bdi>
          </h1>
          <FromWhom ownerName={ownerName} size={size} />
        </div>
        <TakeFile visit={visit} className="sm:w-auto" />
      </div>
      <div className="relative mt-6 flex max-h-[70dvh] min-h-48 flex-col overflow-hidden border-line bg-ground max-sm:-mx-4 max-sm:border-y sm:max-h-[max(24rem,calc(100dvh-22.5rem))] sm:rounded-2xl sm:border sm:[&>section]:rounded-[inherit] [&>section]:-outline-offset-4 [&_[data-zoom]]:hidden [@media(scripting:none)]:hidden">
        <SharedLook terms={termsOf(visit)} entry={{ id: entryId, kind, type, name, size }} kind={previewKind} />
      </div>
      <WorksUntil expiresAt={expiresAt} />
    </>
  );
}
