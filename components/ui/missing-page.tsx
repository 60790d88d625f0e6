import { SearchX } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "./button";

type Props = { title: string; text: string; href: string; label: string };

/** A page that is not there, and where to go from it. */
export function MissingPage({ title, text, href, label }: Props) {
  return (
    <div className="grid justify-items-center px-4 py-20 text-center">
      <span className="grid size-20 place-items-center rounded-3xl bg-accent-soft text-accent">
        <SearchX aria-hidden="true" className="size-9" strokeWidth={1.5} />
      </span>
      <h1 className="mt-5 font-semibold text-2xl tracking-tight">{title}</h1>
      <p className="mt-1.5 max-w-sm text-balance text-muted">{text}</p>
      <Link href={href} className={buttonClass("primary", "mt-6")}>
        {label}
      </Link>
    </div>
  );
}
