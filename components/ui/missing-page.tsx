import { buttonClass } from "./button";

type Props = { title: string; text: string; href: string; label: string };

/** A page that is not there, and where to go from it. It is part of every other page, so it brings neither icons nor links of a library. */
export function MissingPage({ title, text, href, label }: Props) {
  return (
    <div className="grid justify-items-center px-4 py-20 text-center">
      <span className="grid size-20 place-items-center rounded-3xl bg-accent-soft text-accent">
        <svg
          aria-hidden="true"
          viewBox="0 0 24 24"
          className="size-9 fill-none stroke-current"
          strokeWidth={1.5}
          strokeLinecap="round"
        >
          <circle cx="11" cy="11" r="8" />
          <path d="m21 21-4.3-4.3M8.5 8.5l5 5M13.5 8.5l-5 5" />
        </svg>
      </span>
      <h1 className="mt-5 font-semibold text-2xl tracking-tight">{title}</h1>
      <p className="mt-1.5 max-w-sm text-balance text-muted">{text}</p>
      <a href={href} className={buttonClass("primary", "mt-6")}>
        {label}
      </a>
    </div>
  );
}
