import { htmlEscape } from "escape-goat";
import type { AppError, ErrorCode } from "@/lib/errors";
import type { RequestContext } from "@/lib/http/context";
import { problemHeaders, problemOf, problemResponse } from "@/lib/http/problem";
import { CATALOGUES } from "@/lib/i18n/catalogue";
import { translator } from "@/lib/i18n/client-translate";
import { LOCALES } from "@/lib/i18n/schema";

// What may be otherwise in a moment; anything else stays as it is however often one asks.
const PASSING: ReadonlySet<ErrorCode> = new Set(["unavailable", "internal", "rate_limited"]);

// None of the app's files: an answer like this is given where they may be out of reach too.
const STYLE = `
:root { color-scheme: light dark; --ground: light-dark(#f7f7f5, #131412); --ink: light-dark(#1b1c1a, #f0f1ec);
  --muted: light-dark(#5f625c, #a5a99f); --accent: light-dark(#1f6f54, #7fd1ae); --accent-ink: light-dark(#fff, #0b2219); }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 "Inter Variable", system-ui, sans-serif; }
main { display: grid; justify-items: center; max-width: 24rem; padding: 2rem 1rem; text-align: center; text-wrap: balance; }
svg { width: 3rem; height: 3rem; margin-bottom: 1.25rem; border-radius: .9rem; }
h1 { margin: 0; font-size: 1.375rem; line-height: 1.35; letter-spacing: -.02em; }
p { margin: .5rem 0 0; color: var(--muted); overflow-wrap: anywhere; }
a { display: inline-grid; align-items: center; min-height: 2.75rem; margin-top: 1.5rem; padding: 0 1.25rem;
  border-radius: .75rem; background: var(--accent); color: var(--accent-ink); font-weight: 500; text-decoration: none; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
small { margin-top: 1.5rem; color: var(--muted); }
`;

const SIGN = `<svg aria-hidden="true" viewBox="0 0 32 32"><rect width="32" height="32" fill="var(--accent)"/><path d="M9 12.5h5l2 2.5h7v7.5a2 2 0 0 1-2 2H11a2 2 0 0 1-2-2z" fill="var(--accent-ink)"/><path d="M12 9h8" stroke="var(--accent-ink)" stroke-width="2" stroke-linecap="round"/></svg>`;

type Context = Pick<RequestContext, "requestId" | "locale">;

/** Tells a problem to whoever asked: to a person whose browser would show the answer as a page, else to a program. */
export const problemAnswer = ({ headers }: Request, error: AppError, context: Context): Response =>
  isShownAsPage(headers) ? problemPage(error, context) : problemResponse(error, context.requestId, context.locale);

const isShownAsPage = (headers: Headers): boolean =>
  headers.get("sec-fetch-dest") === "document" && (headers.get("accept") ?? "").includes("text/html");

function problemPage(error: AppError, { requestId, locale }: Context): Response {
  const { title, detail, status } = problemOf(error, requestId, locale);
  const nonce = crypto.randomUUID();
  const headers = {
    ...problemHeaders(error, requestId),
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    "referrer-policy": "no-referrer",
  };
  const t = translator(locale, CATALOGUES[locale]);
  const [text, report] = [detail === title ? "" : detail, t("ui.failedReport", { digest: requestId })];
  const way = PASSING.has(error.code) ? { href: "", label: t("ui.tryAgain") } : { href: "/", label: t("ui.missingGo") };
  const head = htmlEscape`<!doctype html><html lang="${locale}" dir="${LOCALES[locale].dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style nonce="${nonce}">`;
  const words = htmlEscape`<h1 dir="auto">${title}</h1><p dir="auto">${text}</p><a href="${way.href}">${way.label}</a><small>${report}</small>`;
  return new Response(`${head}${STYLE}</style></head><body><main>${SIGN}${words}</main></body></html>`, {
    status,
    headers,
  });
}
