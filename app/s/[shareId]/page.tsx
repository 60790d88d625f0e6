import { FolderOpen, Hourglass, LockKeyhole } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Breadcrumb } from "@/components/entries/breadcrumb";
import { ShareFrame } from "@/components/sharing/share-frame";
import { ShareNotice } from "@/components/sharing/share-notice";
import { SharedDocument } from "@/components/sharing/shared-document";
import { SharedFile } from "@/components/sharing/shared-file";
import { termsOf } from "@/components/sharing/terms";
import { DownloadAll, SharedFolder, UnlockForm } from "@/components/sharing/visit-parts";
import { EmptyState } from "@/components/ui/empty-state";
import { formatsOf } from "@/lib/format";
import { orGone, orNotFound } from "@/lib/http/page";
import { texts, viewing } from "@/lib/i18n/server";
import { Id } from "@/lib/id";
import { isRead } from "@/lib/preview-kind";
import type { OpenVisit } from "@/lib/sharing/schema";
import { listShared, sharedPath, visitShare } from "@/lib/sharing/visit";

// Asked once for the page and for what its address shows where it is posted: a visit counts once.
const visit = cache(async (shareId: string) => orGone(orNotFound(visitShare(shareId, await headers()))));

/** What a messenger shows of a link: no more than its page, so nothing before the password (SECURITY 12). */
export async function generateMetadata({ params }: PageProps<"/s/[shareId]">): Promise<Metadata> {
  const { shareId } = await params;
  const [t, { tag }] = await Promise.all([texts(), viewing()]);
  const shown = Id.safeParse(shareId).success ? await visit(shareId) : null;
  const robots = { index: false };
  if (shown?.state !== "open") return { title: t("visit.sharedFile"), robots };
  const { name, ownerName, size } = shown;
  const description =
    size === null
      ? t("visit.from", { name: ownerName })
      : t("visit.fromSized", { name: ownerName, size: formatsOf(tag).formatBytes(size) });
  const openGraph = { title: name, description, siteName: t("ui.appName"), type: "website" as const };
  return { title: name, description, robots, openGraph, twitter: { card: "summary", title: name, description } };
}

export default async function SharePage({ params, searchParams }: PageProps<"/s/[shareId]">) {
  const { shareId } = await params;
  if (!Id.safeParse(shareId).success) notFound();
  const [shown, t] = await Promise.all([visit(shareId), texts()]);
  if (shown === null) {
    return <ShareNotice Icon={Hourglass} title={t("visit.linkEnded")} text={t("visit.linkEndedText")} />;
  }
  if (shown.state === "password") {
    return (
      <ShareNotice Icon={LockKeyhole} title={t("visit.linkLocked")} text={t("visit.linkLockedText")}>
        <UnlockForm shareId={shareId} />
      </ShareNotice>
    );
  }
  if (shown.kind === "folder") {
    const folder = Id.safeParse((await searchParams).folder).data;
    return <SharedFolderPage visit={shown} folder={folder} />;
  }
  const isWide = isRead(shown.previewKind);
  return (
    <ShareFrame isWide={isWide}>{isWide ? <SharedDocument visit={shown} /> : <SharedFile visit={shown} />}</ShareFrame>
  );
}

async function SharedFolderPage({ visit, folder }: { visit: OpenVisit; folder: string | undefined }) {
  const { shareId, allowDownload, isCounted } = visit;
  const [visitor, t] = await Promise.all([headers(), texts()]);
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
        <div className="min-w-0">
          <Breadcrumb crumbs={crumbs} />
          <p className="wrap-anywhere px-2 text-muted text-sm">{t("visit.from", { name: visit.ownerName })}</p>
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
      {first.items.length === 0 ? (
        <EmptyState Icon={FolderOpen} title={t("visit.emptyFolder")}>
          {t("visit.emptyFolderText")}
        </EmptyState>
      ) : (
        <SharedFolder key={folder} terms={termsOf(visit)} folder={folder} first={first} />
      )}
    </ShareFrame>
  );
}
