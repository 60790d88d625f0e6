import Link from "next/link";
import { AccountMenu } from "@/components/shell/account-menu";
import { Rail } from "@/components/shell/rail";
import { StorageMeter } from "@/components/shell/storage-meter";
import { Toasts } from "@/components/ui/toasts";
import { Wordmark } from "@/components/ui/wordmark";
import { UploadTray } from "@/components/uploads/upload-tray";
import { requirePageUser } from "@/lib/http/page";
import { usageOf } from "@/lib/users/users";

export default async function DriveLayout({ children }: LayoutProps<"/drive">) {
  const user = await requirePageUser("/drive");
  const { usedBytes, quotaBytes } = await usageOf(user.id);
  return (
    <Toasts>
      <header className="flex items-center justify-between gap-4 px-4 py-3 sm:px-6">
        <Link href="/drive">
          <Wordmark />
        </Link>
        <AccountMenu name={user.name} />
      </header>
      <div className="sm:grid sm:grid-cols-[13rem_minmax(0,1fr)] sm:gap-4 sm:px-4">
        <aside className="sm:flex sm:flex-col sm:gap-6">
          <Rail />
          <StorageMeter usedBytes={usedBytes} quotaBytes={quotaBytes} />
        </aside>
        <main className="min-h-[calc(100dvh-8rem)] border-line bg-surface px-4 pt-4 pb-28 sm:rounded-2xl sm:border sm:px-6">
          {children}
        </main>
      </div>
      <UploadTray />
    </Toasts>
  );
}
