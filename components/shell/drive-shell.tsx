import Link from "next/link";
import { CopyProgress } from "@/components/entries/copy-progress";
import { NewMenu } from "@/components/entries/new-menu";
import { ZipProgress } from "@/components/entries/zip-progress";
import { AppWorker } from "@/components/pwa/app-worker";
import { SearchBox } from "@/components/search/search-box";
import { PageTexts } from "@/components/ui/page-texts";
import type { Theme } from "@/components/ui/theme";
import { Toasts } from "@/components/ui/toasts";
import { Wordmark } from "@/components/ui/wordmark";
import { UploadDropzone } from "@/components/uploads/upload-dropzone";
import { UploadTray } from "@/components/uploads/upload-tray";
import { AccountMenu } from "./account-menu";
import { Rail } from "./rail";
import { StorageMeter } from "./storage-meter";

const SECTIONS = [
  "shell",
  "entries",
  "uploads",
  "sharing",
  "preview",
  "details",
  "search",
  "places",
  "settings",
  "jobs",
] as const;

type Props = {
  user: { id: string; name: string; email: string };
  used: { usedBytes: number; quotaBytes: number };
  theme: Theme;
  children: React.ReactNode;
};

/** What stands around every page of somebody who is logged in: search, places, the account, and the uploads. */
export function DriveShell({ user, used, theme, children }: Props) {
  return (
    <PageTexts sections={SECTIONS}>
      <Toasts>
        <header className="sticky top-0 z-20 sm:z-25 flex h-15 items-center justify-between gap-3 bg-ground px-3 sm:gap-8 sm:px-6">
          <Link
            href="/drive"
            className="inline-flex min-h-11 min-w-11 shrink-0 items-center rounded-lg max-sm:justify-center sm:w-46"
          >
            <Wordmark isShort />
          </Link>
          <SearchBox />
          <AccountMenu name={user.name} email={user.email} theme={theme}>
            <StorageMeter {...used} isNote />
          </AccountMenu>
        </header>
        <AppWorker />
        <div className="sm:grid sm:grid-cols-[13rem_minmax(0,1fr)] sm:gap-5 sm:px-5 sm:pb-5">
          <aside className="sm:sticky sm:top-15 sm:flex sm:h-[calc(100dvh-5rem)] sm:flex-col sm:gap-5 sm:self-start sm:pt-1">
            <NewMenu />
            <Rail />
            <div className="mt-auto pb-2 max-sm:hidden">
              <Link href="/drive/storage" className="block rounded-xl p-3 hover:bg-raised">
                <StorageMeter {...used} />
              </Link>
            </div>
          </aside>
          <main className="min-h-[calc(100dvh-3.75rem)] min-w-0 bg-surface px-4 pt-4 pb-44 max-sm:rounded-t-3xl max-sm:border-line max-sm:border-t sm:min-h-[calc(100dvh-5rem)] sm:rounded-2xl sm:border sm:border-line sm:px-6 sm:pb-16 sm:has-data-details:pe-[22rem]">
            {children}
            {/* On a phone it stands above the tray of uploads, which has things to press. */}
            <div className="fixed inset-x-4 bottom-[calc(5rem+env(safe-area-inset-bottom))] z-30 grid gap-2 max-sm:[body:has([data-tray])_&]:bottom-[calc(var(--tray-height,0px)+5rem+env(safe-area-inset-bottom))] sm:inset-x-auto sm:start-6 sm:bottom-6">
              <CopyProgress />
              <ZipProgress />
            </div>
          </main>
        </div>
        <UploadDropzone />
        <UploadTray userId={user.id} />
      </Toasts>
    </PageTexts>
  );
}
