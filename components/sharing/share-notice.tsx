import type { LucideIcon } from "lucide-react";
import { ShareFrame } from "./share-frame";

type Props = { Icon: LucideIcon; title: string; text: string; children?: React.ReactNode };

/** A link's page when there is nothing to show, or not yet, and why. */
export function ShareNotice({ Icon, title, text, children }: Props) {
  return (
    <ShareFrame>
      <div className="grid justify-items-center py-4 text-center">
        <span className="grid size-16 place-items-center rounded-2xl bg-accent-soft text-accent">
          <Icon aria-hidden="true" className="size-7" strokeWidth={1.75} />
        </span>
        <h1 className="mt-5 text-balance font-semibold text-xl tracking-tight">{title}</h1>
        <p className="mt-1.5 text-balance text-muted">{text}</p>
      </div>
      {children}
    </ShareFrame>
  );
}
