import type { Metadata } from "next";
import { sentenceOf, statusOf } from "@/lib/errors";
import { allCalls, type Described } from "@/lib/service/calls";

export const metadata: Metadata = { title: "HTTP API · Smart Drive" };
// Drawn anew for each reader, so that the page carries the nonce of its own answer.
export const dynamic = "force-dynamic";

export default function DocsPage() {
  const tags = [...new Set(allCalls.map((call) => call.tag))];
  return (
    <main className="mx-auto max-w-4xl px-4 py-10">
      <h1 className="font-semibold text-2xl tracking-tight">HTTP API</h1>
      <p className="mt-2 text-muted">
        The same as data:{" "}
        <a href="/api/openapi.json" className="text-accent underline">
          OpenAPI 3.1
        </a>
        . Programs send <code>Authorization: Bearer &lt;token&gt;</code>; refusals are{" "}
        <code>application/problem+json</code>.
      </p>
      {tags.map((tag) => (
        <section key={tag} className="mt-8">
          <h2 className="font-semibold text-lg tracking-tight">{tag}</h2>
          <ul className="mt-3 divide-y divide-line rounded-2xl border border-line bg-surface px-4 sm:px-6">
            {allCalls
              .filter((call) => call.tag === tag)
              .map((call) => (
                <CallLine key={`${call.method} ${call.path}`} call={call} />
              ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

function CallLine({ call }: { call: Described }) {
  const codes = call.errors ?? [];
  return (
    <li className="py-4">
      <p className="break-all font-mono text-sm">
        <strong>{call.method.toUpperCase()}</strong> {call.path}
      </p>
      <p className="mt-1">
        {call.summary}. {call.who === "user" ? "For whoever is logged in." : "For anybody."}
      </p>
      {codes.map((code) => (
        <p key={code} className="mt-1 text-muted text-sm">
          {statusOf(code)} <code>{code}</code>: {sentenceOf(code)}
        </p>
      ))}
    </li>
  );
}
