import Link from "next/link";
import { Wordmark } from "@/components/ui/wordmark";

/** The calmest page of all: one card on an empty ground. */
export function ShareFrame({ children }: { children: React.ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col px-4 py-6">
      <header>
        <Link href="/" prefetch={false}>
          <Wordmark />
        </Link>
      </header>
      <main className="my-auto rounded-3xl border border-line bg-surface p-6 sm:p-10">{children}</main>
    </div>
  );
}
