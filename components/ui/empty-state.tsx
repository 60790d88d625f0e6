import type { LucideIcon } from "lucide-react";

type Props = { Icon: LucideIcon; title: string; children: React.ReactNode };

/** What a list says while it has nothing to show, and what to do about it. */
export function EmptyState({ Icon, title, children }: Props) {
  return (
    <div className="grid place-items-center px-4 py-20 text-center">
      <span className="grid size-20 place-items-center rounded-3xl bg-accent-soft text-accent">
        <Icon aria-hidden="true" className="size-9" strokeWidth={1.5} />
      </span>
      <p className="mt-5 font-semibold text-lg">{title}</p>
      <p className="mt-1 max-w-sm text-balance text-muted">{children}</p>
    </div>
  );
}
