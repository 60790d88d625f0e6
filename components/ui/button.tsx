import { twMerge } from "tailwind-merge";

type Look = "primary" | "plain" | "quiet" | "danger";

const LOOKS: Record<Look, string> = {
  primary: "bg-accent text-accent-ink hover:bg-[color-mix(in_oklab,var(--accent),var(--ink)_12%)]",
  plain: "border border-line bg-surface text-ink hover:bg-raised",
  quiet: "text-ink hover:bg-raised",
  danger: "border border-line text-danger hover:bg-raised",
};

/** The classes of a button, for a link that looks like one too. */
export const buttonClass = (look: Look = "plain", extra = ""): string =>
  twMerge(
    "inline-flex min-h-11 items-center justify-center gap-2 whitespace-nowrap rounded-xl px-4 font-medium transition-colors duration-150 disabled:opacity-50 sm:min-h-10",
    LOOKS[look],
    extra,
  );

export function Button({ look, className, ...props }: React.ComponentProps<"button"> & { look?: Look }) {
  return <button type="button" {...props} className={buttonClass(look, className)} />;
}
