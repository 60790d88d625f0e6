import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { EntryIcon } from "@/components/entries/entry-icon";
import { ShareFrame } from "@/components/sharing/share-frame";
import { SharedFolder } from "@/components/sharing/shared-folder";
import { UnlockForm } from "@/components/sharing/unlock-form";
import { buttonClass } from "@/components/ui/button";
import { Id } from "@/lib/entries/schema";
import { formatBytes } from "@/lib/format";
import { orGone, orNotFound } from "@/lib/http/page";
import { listShared, visitShare } from "@/lib/sharing/visit";

export const metadata: Metadata = { title: "Shared file", robots: { index: false } };

export default async function SharePage({ params, searchParams }: PageProps<"/s/[shareId]">) {
  const { shareId } = await params;
  if (!Id.safeParse(shareId).success) notFound();
  const visitor = await headers();
  const visit = await orGone(orNotFound(visitShare(shareId, visitor)));
  if (visit === null) {
    return (
      <ShareFrame>
        <h1 className="font-semibold text-xl">This link has ended</h1>
        <p className="mt-2 text-muted">Ask whoever sent it for a new one.</p>
      </ShareFrame>
    );
  }
  if (visit.state === "password") {
    return (
      <ShareFrame>
        <h1 className="mb-4 font-semibold text-xl">This link has a password</h1>
        <UnlockForm shareId={shareId} />
      </ShareFrame>
    );
  }
  const folder = Id.safeParse((await searchParams).folder).data;
  const page = visit.kind === "folder" ? await orNotFound(listShared(shareId, { folder, limit: 1000 }, visitor)) : null;
  return (
    <ShareFrame>
      <div className="flex items-center gap-4">
        <EntryIcon kind={visit.kind} type={visit.type} />
        <div className="min-w-0">
          <h1 dir="auto" className="break-words font-semibold text-xl">
            {visit.name}
          </h1>
          <p className="text-muted">
            From {visit.ownerName}
            {visit.size !== null && ` · ${formatBytes(visit.size)}`}
          </p>
        </div>
      </div>
      {visit.previewUrl && visit.type?.startsWith("image/") && (
        // biome-ignore lint/performance/noImgElement: user images never pass through the image optimizer (SECURITY 20)
        <img src={visit.previewUrl} alt={visit.name} className="mt-6 max-h-96 w-full rounded-xl object-contain" />
      )}
      {page && <SharedFolder shareId={shareId} items={page.items} allowDownload={visit.allowDownload} />}
      {visit.kind === "file" && visit.allowDownload && (
        <a href={`/s/${shareId}/download`} className={buttonClass("primary", "mt-8 w-full")}>
          Download
        </a>
      )}
    </ShareFrame>
  );
}
