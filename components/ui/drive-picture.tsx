const ROWS = [
  { name: "Photos", note: "folder", tone: "bg-accent" },
  { name: "Contracts", note: "folder", tone: "bg-accent" },
  { name: "Summer trip.mp4", note: "1.8 GB", tone: "bg-danger" },
  { name: "Budget 2027.xlsx", note: "42 kB", tone: "bg-muted" },
];

/** A picture of a drive as it is drawn inside, for those who have none yet. */
export function DrivePicture() {
  return (
    <div aria-hidden="true" className="rounded-3xl border border-line bg-surface p-3 shadow-float">
      <div className="rounded-2xl bg-ground p-4">
        <p className="mb-3 font-semibold">My files</p>
        {ROWS.map((row) => (
          <div key={row.name} className="flex items-center gap-3 border-line border-b py-3 last:border-0">
            <span className={`size-6 rounded-md ${row.tone} opacity-80`} />
            <span className="flex-1 truncate">{row.name}</span>
            <span className="text-muted text-sm">{row.note}</span>
          </div>
        ))}
        <div className="mt-3 rounded-xl border border-line bg-surface p-3">
          <p className="text-sm">Summer trip.mp4</p>
          <div className="mt-2 h-1.5 rounded-full bg-raised">
            <div className="h-full w-3/4 rounded-full bg-accent" />
          </div>
        </div>
      </div>
    </div>
  );
}
