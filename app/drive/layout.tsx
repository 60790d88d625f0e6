import { cookies } from "next/headers";
import Link from "next/link";
import { NewMenu } from "@/components/entries/new-menu";
import { SearchBox } from "@/components/search/search-box";
import { AccountMenu } from "@/components/shell/account-menu";
import { Rail } from "@/components/shell/rail";
import { StorageMeter } from "@/components/shell/storage-meter";
import { Direction } from "@/components/ui/direction";
import { PageTexts } from "@/components/ui/page-texts";
import { THEME_COOKIE, themeOf } from "@/components/ui/theme";
import { Toasts } from "@/components/ui/toasts";
import { Wordmark } from "@/components/ui/wordmark";
import { UploadTray } from "@/components/uploads/upload-tray";
import { requirePageUser } from "@/lib/http/page";
import { usageOf } from "@/lib/users/users";

const SECTIONS = ["shell", "entries", "uploads", "sharing", "preview", "search", "places", "jobs"] as const;

export default async function DriveLayout({ children }: LayoutProps<"/drive">) {
  const { id, name, email } = await requirePageUser("/drive");
  const { usedBytes, quotaBytes } = await usageOf(id);
  const used = { usedBytes, quotaBytes };
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <PageTexts sections={SECTIONS}>
      <Direction>
        <Toasts>
          <header className="sticky top-0 z-20 flex h-15 items-center justify-between gap-3 bg-ground px-3 sm:gap-8 sm:px-6">
            <Link href="/drive" className="inline-flex min-h-11 shrink-0 items-center rounded-lg sm:w-46">
              <Wordmark isShort />
            </Link>
            <SearchBox />
            <AccountMenu name={name} email={email} theme={theme}>
              <StorageMeter {...used} isNote />
            </AccountMenu>
          </header>
          <div className="sm:grid sm:grid-cols-[13rem_minmax(0,1fr)] sm:gap-5 sm:px-5 sm:pb-5">
            <aside className="sm:sticky sm:top-15 sm:flex sm:h-[calc(100dvh-5rem)] sm:flex-col sm:gap-5 sm:self-start sm:pt-1">
              <NewMenu />
              <Rail />
              <div className="mt-auto px-3 pb-2 max-sm:hidden">
                <Link href="/drive/storage" className="-mx-3 block rounded-xl p-3 hover:bg-raised">
                  <StorageMeter {...used} />
                </Link>
              </div>
            </aside>
            <main className="min-h-[calc(100dvh-3.75rem)] min-w-0 bg-surface px-4 pt-4 pb-44 max-sm:rounded-t-3xl max-sm:border-line max-sm:border-t sm:min-h-[calc(100dvh-5rem)] sm:rounded-2xl sm:border sm:border-line sm:px-6 sm:pb-16 sm:has-data-details:pe-[22rem]">
              {children}
            </main>
          </div>
          <UploadTray userId={id} />
        </Toasts>
      </Direction>
    </PageTexts>
  );
}
