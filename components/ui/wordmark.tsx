/** The product's sign and name; `isShort` leaves the name to the wider screens. */
export function Wordmark({ isShort = false }: { isShort?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2.5 font-semibold tracking-tight">
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-7">
        <rect width="32" height="32" rx="9" className="fill-accent" />
        <path d="M9 12.5h5l2 2.5h7v7.5a2 2 0 0 1-2 2H11a2 2 0 0 1-2-2z" className="fill-accent-ink" />
        <path d="M12 9h8" strokeWidth="2" strokeLinecap="round" className="stroke-accent-ink" />
      </svg>
      <span className={isShort ? "max-sm:sr-only" : undefined}>Smart Drive</span>
    </span>
  );
}
