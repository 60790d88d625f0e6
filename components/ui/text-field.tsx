import { useId } from "react";

type Props = React.ComponentProps<"input"> & { label: string; error?: string; hint?: string };

export function TextField({ label, error, hint, ...input }: Props) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${id}-note` : undefined}
        className="min-h-11 w-full rounded-xl border border-line bg-surface px-3.5 text-ink aria-invalid:border-danger"
      />
      {(error || hint) && (
        <p id={`${id}-note`} className={error ? "text-danger text-sm" : "text-muted text-sm"}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
