"use client";

import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { common, createLowlight } from "lowlight";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";

const lowlight = createLowlight(common);
const COLOURED_CHARACTERS = 200_000;
const MOST_LINES = 20_000;

/** Code with its colours and line numbers. It is a tree of elements, never HTML that somebody wrote. */
export function CodeText({ text, name }: { text: string; name: string }) {
  const language = name.split(".").at(-1)?.toLowerCase() ?? "";
  const isColoured = text.length < COLOURED_CHARACTERS && lowlight.registered(language);
  const lines = Math.min(MOST_LINES, text.split("\n").length);
  const content = isColoured ? toJsxRuntime(lowlight.highlight(language, text), { Fragment, jsx, jsxs }) : text;
  return (
    <div dir="ltr" className="flex min-w-max py-4 font-mono text-[13px] leading-5">
      <pre
        aria-hidden="true"
        className="sticky start-0 select-none border-line border-e bg-surface px-3 text-end text-muted"
      >
        {Array.from({ length: lines }, (_, line) => line + 1).join("\n")}
      </pre>
      <pre className="code px-4">{content}</pre>
    </div>
  );
}
