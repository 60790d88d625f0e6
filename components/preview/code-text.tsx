"use client";

import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { common, createLowlight } from "lowlight";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { endingOf, PlainText } from "./plain-text";

const lowlight = createLowlight(common);
const COLOURED_CHARACTERS = 200_000;

/** Code with its colours and line numbers. It is a tree of elements, never HTML that somebody wrote. */
export function CodeText({ text, name }: { text: string; name: string }) {
  const language = endingOf(name);
  const isColoured = text.length < COLOURED_CHARACTERS && lowlight.registered(language);
  const content = isColoured ? toJsxRuntime(lowlight.highlight(language, text), { Fragment, jsx, jsxs }) : text;
  return <PlainText text={text}>{content}</PlainText>;
}
