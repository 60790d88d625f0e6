/** A row that is still on its way. */
export function SkeletonRow({ style }: { style: React.CSSProperties }) {
  return (
    <div
      aria-hidden="true"
      style={style}
      className="absolute inset-x-0 flex animate-pulse items-center gap-3 border-line border-b sm:px-3"
    >
      <span className="size-9 shrink-0 rounded-lg bg-raised" />
      <span className="h-3.5 w-2/5 rounded-full bg-raised" />
      <span className="ms-auto hidden h-3.5 w-20 rounded-full bg-raised md:block" />
    </div>
  );
}
