import { Hourglass, LockKeyhole } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/entries/breadcrumb";
import { DownloadAll } from "@/components/sharing/download-all";
import { ShareFrame } from "@/components/sharing/share-frame";
import { ShareNotice } from "@/components/sharing/share-notice";
import { SharedFile } from "@/components/sharing/shared-file";
import { SharedFolder } from "@/components/sharing/shared-folder";
import { UnlockForm } from "@/components/sharing/unlock-form";
import { Id } from "@/lib/entries/schema";
import { orGone, orNotFound } from "@/lib/http/page";
import { listShared, sharedPath, visitShare } from "@/lib/sharing/visit";

export const metadata: Metadata = { title: "Shared file", robots: { index: false } };

export default async function SharePage({ params, searchParams }: PageProps<"/s/[shareId]">) {
  const { shareId } = await params;
  if (!Id.safeParse(shareId).success) notFound();
  const visit = await orGone(orNotFound(visitShare(shareId, await headers())));
  if (visit === null) {
    const text = "It had its time, or was used as often as it may be. Ask whoever sent it for a new one.";
    return <ShareNotice Icon={Hourglass} title="This link has ended" text={text} />;
  }
  if (visit.state === "password") {
    return (
      <ShareNotice Icon={LockKeyhole} title="This link has a password" text="Whoever sent it can tell you.">
        <UnlockForm shareId={shareId} />
      </ShareNotice>
    );
  }
  if (visit.kind === "folder") {
    const folder = Id.safeParse((await searchParams).folder).data;
    return <SharedFolderPage visit={visit} folder={folder} />;
  }
  return (
    <ShareFrame>
      <SharedFile visit={visit} />
    </ShareFrame>
  );
}

type Open = { shareId: string; name: string; ownerName: string; allowDownload: boolean; isCounted: boolean };

async function SharedFolderPage({ visit, folder }: { visit: Open; folder: string | undefined }) {
  const { shareId, allowDownload, isCounted } = visit;
  const visitor = await headers();
  const [first, { items }] = await orNotFound(
    Promise.all([listShared(shareId, { folder, limit: 100 }, visitor), sharedPath(shareId, folder, visitor)]),
  );
  const crumbs = items.map(({ id, name }, depth) => ({
    id,
    name,
    href: `/s/${shareId}${depth ? `?folder=${id}` : ""}`,
  }));
  return (
    <ShareFrame isWide>
      <h1 className="sr-only">{items.at(-1)?.name}</h1>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div>
          <Breadcrumb crumbs={crumbs} />
          <p className="px-2 text-muted text-sm">From {visit.ownerName}</p>
        </div>
        {allowDownload && first.items.length > 0 && (
          <DownloadAll
            shareId={shareId}
            folder={folder}
            name={items.at(-1)?.name ?? visit.name}
            isCounted={isCounted}
          />
        )}
      </div>
      <SharedFolder key={folder} shareId={shareId} folder={folder} first={first} allowDownload={allowDownload} />
    </ShareFrame>
  );
}
