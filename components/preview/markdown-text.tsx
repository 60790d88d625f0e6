"use client";

import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";

/**
 * Markdown as elements; HTML in it stays text. Pictures from elsewhere are not fetched: that would tell of whoever reads it.
 */
export function MarkdownText({ text }: { text: string }) {
  return (
    <article dir="auto" className="prose-plain px-4 py-6 sm:px-10 sm:py-8">
      <Markdown
        remarkPlugins={[remarkGfm]}
        components={{
          a: ({ href, children }) => (
            <a href={href} target="_blank" rel="noopener noreferrer">
              {children}
            </a>
          ),
          img: ({ alt }) => <span className="text-muted">[{alt}]</span>,
        }}
      >
        {text}
      </Markdown>
    </article>
  );
}
