"use client";

import { CloudOff } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { useT } from "@/components/ui/texts";
import { addFiles } from "@/components/uploads/upload-queue";
import { takeShared } from "./shared-files";
import { useFreshPage } from "./use-fresh-page";
import { useLinkGuard } from "./use-link-guard";
import { usePatientPages } from "./use-patient-pages";

const onNetwork = (listener: () => void) => {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
};

/** What makes the drive an app: its service worker, what other apps shared with it, and a word when there is no network. */
export function AppWorker() {
  const t = useT();
  const router = useRouter();
  const isShared = useSearchParams().has("shared");
  const isOnline = useSyncExternalStore(
    onNetwork,
    () => navigator.onLine,
    () => true,
  );
  const isUnanswered = usePatientPages();
  useLinkGuard();
  useFreshPage();
  useEffect(() => {
    // Without HTTPS there is none; a browser may refuse it, and the drive is a page as ever.
    navigator.serviceWorker?.register("/sw.js").catch(() => undefined);
  }, []);
  const onShared = useEffectEvent(async () => {
    const files = await takeShared();
    if (files.length > 0) void addFiles(files.map((file) => ({ file, parentId: "root" })));
    router.replace("/drive");
  });
  useEffect(() => {
    if (isShared) void onShared();
  }, [isShared]);
  return (
    // On a phone it takes a line of its own: floating, it would lie over the page's title.
    <div role="status" className="max-sm:sticky max-sm:top-15 max-sm:z-10 max-sm:px-3">
      {(!isOnline || isUnanswered) && (
        <p className="pointer-events-none inset-x-4 top-16 z-10 mx-auto flex min-h-10 w-fit max-sm:mb-2 sm:fixed animate-[rise_150ms_ease-out] items-center gap-2.5 rounded-2xl bg-ink px-4 py-2 text-ground text-sm leading-5 shadow-float">
          <CloudOff aria-hidden="true" className="size-4 shrink-0" />
          {t("ui.offlineBanner")}
        </p>
      )}
    </div>
  );
}
