"use client";

import { FailedPage, type Failure } from "@/components/ui/failed-page";

export default function ErrorPage(failure: Failure) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <FailedPage {...failure} />
    </main>
  );
}
