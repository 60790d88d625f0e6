import { Wordmark } from "@/components/ui/wordmark";

type Props = { title: string; other: { lead: string; label: string; href: string }; children: React.ReactNode };

/** The card around a form of somebody who is nobody yet. Its links are plain ones: the page is small, and stays so. */
export function AuthCard({ title, other, children }: Props) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-sm">
        <a href="/" className="mb-8 inline-flex min-h-11 items-center">
          <Wordmark />
        </a>
        <h1 className="mb-6 font-semibold text-2xl tracking-tight">{title}</h1>
        {children}
        <p className="mt-6 text-muted">
          {other.lead}{" "}
          <a href={other.href} className="font-medium text-accent underline underline-offset-4">
            {other.label}
          </a>
        </p>
      </div>
    </main>
  );
}
