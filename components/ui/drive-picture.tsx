import { CircleCheck, FolderClosed, Link2, Trash2 } from "lucide-react";
import { EntryIcon } from "@/components/entries/entry-icon";
import { notesOf } from "@/components/uploads/notes";
import { formatsOf } from "@/lib/format";
import { texts, viewing } from "@/lib/i18n/server";
import { Wordmark } from "./wordmark";

const ROWS = [
  { name: "welcome.photos", kind: "folder", type: null, bytes: null },
  { name: "welcome.renovation", kind: "folder", type: null, bytes: null },
  { name: "welcome.film", kind: "file", type: "video/mp4", bytes: 1.8e9 },
  { name: "welcome.lease", kind: "file", type: "application/pdf", bytes: 1.8e6 },
  { name: "welcome.budget", kind: "file", type: "sheet", bytes: 42e3 },
  { name: "welcome.cover", kind: "file", type: "image/png", bytes: 3.1e6 },
] as const;

const PLACES = [
  { label: "shell.myFiles", Icon: FolderClosed },
  { label: "shell.links", Icon: Link2 },
  { label: "shell.trash", Icon: Trash2 },
] as const;

const SENT = { percent: 68, pace: 24e6, secondsLeft: 23 };

/** A drive as it looks inside, drawn of the same parts and in the viewer's language, for those who have none yet. */
export async function DrivePicture() {
  const [t, { tag }] = await Promise.all([texts(), viewing()]);
  const { formatBytes } = formatsOf(tag);
  return (
    <div aria-hidden="true" className="relative pb-10 text-sm sm:pe-6">
      <div className="overflow-hidden rounded-2xl border border-line bg-ground shadow-float">
        <div className="px-4 py-3">
          <Wordmark />
        </div>
        <div className="grid gap-3 px-3 pb-3 sm:grid-cols-[7.5rem_minmax(0,1fr)]">
          <div className="grid content-start gap-0.5 max-sm:hidden">
            {PLACES.map(({ label, Icon }, index) => (
              <p
                key={label}
                className={`flex items-center gap-2 rounded-lg px-2.5 py-1.5 ${index === 0 ? "bg-accent-soft text-accent" : "text-muted"}`}
              >
                <Icon className="size-4" /> {t(label)}
              </p>
            ))}
          </div>
          <div className="rounded-xl border border-line bg-surface px-4 py-3">
            <p className="mb-1 font-semibold text-base">{t("shell.myFiles")}</p>
            {ROWS.map(({ name, kind, type, bytes }) => (
              <div key={name} className="flex items-center gap-3 border-line border-b py-1.5 last:border-0">
                <EntryIcon kind={kind} type={type} />
                <span dir="auto" className="min-w-0 flex-1 truncate text-start">
                  {t(name)}
                </span>
                <span className="text-muted tabular-nums">{bytes && formatBytes(bytes)}</span>
              </div>
            ))}
          </div>
        </div>
      </div>
      <UploadPicture />
    </div>
  );
}

async function UploadPicture() {
  const [t, { tag }] = await Promise.all([texts(), viewing()]);
  return (
    <div className="absolute end-0 bottom-0 w-64 rounded-2xl border border-line bg-surface px-4 py-3 shadow-float max-sm:end-3">
      <p className="font-medium">{t("uploads.uploading", { done: 1, total: 2 })}</p>
      <p className="text-muted tabular-nums">{notesOf(SENT, t, formatsOf(tag))}</p>
      <div className="mt-2 h-1.5 overflow-hidden rounded-full bg-raised">
        <div className="h-full w-[68%] rounded-full bg-accent" />
      </div>
      <p className="mt-2 flex items-center justify-between border-line border-t pt-2">
        <bdi>{t("welcome.sunset")}</bdi> <CircleCheck className="size-4.5 text-accent" />
      </p>
    </div>
  );
}
