type Props = { className: string; strokeWidth: number; children: React.ReactNode };

/** An icon of our own, for pages too small for a library of them: its paths in a square of 24. */
export const Drawn = ({ className, strokeWidth, children }: Props) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 24 24"
    className={`fill-none stroke-current ${className}`}
    strokeWidth={strokeWidth}
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {children}
  </svg>
);
