import { Download } from "lucide-react";
import { EntryIcon } from "@/components/entries/entry-icon";
import { buttonClass } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Text } from "@/components/ui/texts";
import { formatsOf } from "@/lib/format";
import { texts, viewing } from "@/lib/i18n/server";
import type { ShareVisit } from "@/lib/sharing/schema";

type Open = Extract<ShareVisit, { state: "open" }>;

/** One shared file: what it is, from whom, how big, and the way to have it. */
export async function SharedFile({ visit }: { visit: Open }) {
  const [t, { tag }] = await Promise.all([texts(), viewing()]);
  const { ownerName, size } = visit;
  const from = { name: <bdi>{ownerName}</bdi>, size: size === null ? "" : formatsOf(tag).formatBytes(size) };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] justify-items-center text-center">
      <Look visit={visit} />
      <h1 dir="auto" className="wrap-anywhere mt-4 font-semibold text-xl leading-7 tracking-tight">
        {visit.name}
      </h1>
      <p className="wrap-anywhere mt-1 text-muted">
        <Text name={size === null ? "sharing.from" : "sharing.fromSized"} values={from} />
      </p>
      {visit.allowDownload ? (
        <a href={`/s/${visit.shareId}/download`} className={buttonClass("primary", "mt-8 min-h-12 w-full sm:min-h-12")}>
          <Download aria-hidden="true" className="size-5" /> {t("sharing.download")}
        </a>
      ) : (
        <p className="mt-8 rounded-xl bg-ground px-4 py-3 text-muted text-sm">{t("sharing.lookOnly")}</p>
      )}
      {visit.expiresAt && (
        <p className="mt-4 text-muted text-sm">
          <Text name="sharing.worksUntil" values={{ time: <Moment at={visit.expiresAt} /> }} />
        </p>
      )}
    </div>
  );
}

/** The file itself where the browser can show it by its own means: the page needs no script for that. */
function Look({ visit: { previewUrl, type, kind, name } }: { visit: Open }) {
  const [main] = (type ?? "").split("/");
  if (previewUrl && main === "image") {
    // biome-ignore lint/performance/noImgElement: user images never pass through the image optimizer (SECURITY 20)
    return <img src={previewUrl} alt="" className="mb-6 max-h-96 w-full rounded-2xl bg-ground object-contain" />;
  }
  if (previewUrl && main === "video") {
    return (
      // biome-ignore lint/a11y/useMediaCaption: what somebody shared has the captions that it has
      <video
        src={previewUrl}
        controls
        preload="metadata"
        aria-label={name}
        className="mb-6 max-h-96 w-full rounded-2xl bg-black"
      />
    );
  }
  if (previewUrl && main === "audio") {
    return (
      <>
        <EntryIcon kind={kind} type={type} size="lg" />
        {/* biome-ignore lint/a11y/useMediaCaption: what somebody shared has the captions that it has */}
        <audio src={previewUrl} controls preload="metadata" aria-label={name} className="mt-6 w-full" />
      </>
    );
  }
  return <EntryIcon kind={kind} type={type} size="lg" />;
}
