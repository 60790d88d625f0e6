import { useId } from "react";

type Props = React.ComponentProps<"input"> & {
  label: string;
  error?: string;
  hint?: string;
  /** Stands in the field, at its end. */
  after?: React.ReactNode;
  /** A dialog that opens focuses it. */
  "data-focus-first"?: boolean;
};

export function TextField({ label, error, hint, after, ...input }: Props) {
  const id = useId();
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <div className="relative">
        <input
          {...input}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={
            [error || hint ? `${id}-note` : "", input["aria-describedby"] ?? ""].join(" ").trim() || undefined
          }
          className={`min-h-11 w-full min-w-0 rounded-xl border border-muted/70 bg-surface px-3.5 text-ink read-only:border-line read-only:bg-ground aria-invalid:border-danger max-sm:text-base ${after ? "pe-12" : ""}`}
        />
        {after && <div className="absolute inset-y-0 end-0 grid place-items-center">{after}</div>}
      </div>
      {(error || hint) && (
        <p id={`${id}-note`} className={error ? "text-danger text-sm" : "text-muted text-sm"}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
