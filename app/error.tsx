"use client";

import { Button } from "@/components/ui/button";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 text-center">
      <div role="alert">
        <h1 className="font-semibold text-2xl tracking-tight">That didn't work</h1>
        <p className="mt-2 text-muted">
          Something went wrong on our side. Nothing was lost.{error.digest && ` (${error.digest})`}
        </p>
        <Button look="primary" className="mt-6" onClick={reset}>
          Try again
        </Button>
      </div>
    </main>
  );
}
