const MOST_LINES = 20_000;

/** What a name ends with, in small letters; all of one that has no dot. */
export const endingOf = (name: string): string => name.split(".").at(-1)?.toLowerCase() ?? "";

/** Whether a text has no language whose colours would be worth their fetching. */
export const isPlain = (name: string): boolean => !name.includes(".") || /^(txt|text|log)$/.test(endingOf(name));

/** A text with line numbers; `children` are the same text where it has been coloured. */
export function PlainText({ text, children = text }: { text: string; children?: React.ReactNode }) {
  const lines = Math.min(MOST_LINES, text.split("\n").length);
  return (
    <div dir="ltr" className="flex min-w-max py-4 font-mono text-[13px] leading-5">
      <pre
        aria-hidden="true"
        className="sticky start-0 select-none border-line border-e bg-surface px-3 text-end text-muted"
      >
        {Array.from({ length: lines }, (_, line) => line + 1).join("\n")}
      </pre>
      <pre className="code px-4">{children}</pre>
    </div>
  );
}
