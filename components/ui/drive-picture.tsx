import { CircleCheck, FolderClosed, Link2, Trash2 } from "lucide-react";
import { EntryIcon } from "@/components/entries/entry-icon";
import { Wordmark } from "./wordmark";

const ROWS = [
  { name: "Photos", kind: "folder", type: null, note: "" },
  { name: "Studio renovation", kind: "folder", type: null, note: "" },
  { name: "Summer in Lisbon.mp4", kind: "file", type: "video/mp4", note: "1.8 GB" },
  { name: "Lease agreement, signed.pdf", kind: "file", type: "application/pdf", note: "1.8 MB" },
  { name: "Budget 2027.xlsx", kind: "file", type: "sheet", note: "42 kB" },
  { name: "Cover draft 3.png", kind: "file", type: "image/png", note: "3.1 MB" },
] as const;

const PLACES = [
  { label: "My files", Icon: FolderClosed },
  { label: "Links", Icon: Link2 },
  { label: "Trash", Icon: Trash2 },
];

/** A drive as it looks inside, drawn of the same parts, for those who have none yet. */
export function DrivePicture() {
  return (
    <div aria-hidden="true" className="relative pb-10 text-sm sm:pr-6">
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
                <Icon className="size-4" /> {label}
              </p>
            ))}
          </div>
          <div className="rounded-xl border border-line bg-surface px-4 py-3">
            <p className="mb-1 font-semibold text-base">My files</p>
            {ROWS.map(({ name, kind, type, note }) => (
              <div key={name} className="flex items-center gap-3 border-line border-b py-1.5 last:border-0">
                <EntryIcon kind={kind} type={type} />
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <span className="text-muted tabular-nums">{note}</span>
              </div>
            ))}
          </div>
        </div>
      </div>
      <UploadPicture />
    </div>
  );
}

const UploadPicture = () => (
  <div className="absolute right-0 bottom-0 w-64 rounded-2xl border border-line bg-surface px-4 py-3 shadow-float max-sm:right-3">
    <p className="font-medium">Uploading 1 of 2</p>
    <p className="text-muted tabular-nums">68 % · 24 MB/s · 23 s left</p>
    <div className="mt-2 h-1.5 overflow-hidden rounded-full bg-raised">
      <div className="h-full w-[68%] rounded-full bg-accent" />
    </div>
    <p className="mt-2 flex items-center justify-between border-line border-t pt-2">
      Sunset.heic <CircleCheck className="size-4.5 text-accent" />
    </p>
  </div>
);
