type Props = { label: string; percent: number; isFlat?: boolean; isStill?: boolean };

export function ProgressBar({ label, percent, isFlat = false, isStill = false }: Props) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={`overflow-hidden bg-raised forced-colors:outline ${isFlat ? "h-0.5" : "h-1.5 rounded-full"}`}
    >
      <div
        className={`h-full rounded-full forced-colors:bg-[Highlight] transition-[width] duration-150 ${isStill ? "bg-muted" : "bg-accent"}`}
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}
