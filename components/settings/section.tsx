import { useId } from "react";

type Props = { title: string; text?: string; children: React.ReactNode };

/** One subject of the settings: what it is beside what can be done where there is room for both, else above it. */
export function Section({ title, text, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-x-8 gap-y-4 py-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <div>
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {text && <p className="mt-1 text-muted text-sm">{text}</p>}
      </div>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4">{children}</div>
    </section>
  );
}
