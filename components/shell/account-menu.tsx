"use client";

import { HardDrive, LogOut, Settings } from "lucide-react";
import { clipboard } from "@/components/entries/clipboard";
import { later } from "@/components/ui/later";
import { Menu, MenuItem, MenuLine } from "@/components/ui/menu";
import { useT } from "@/components/ui/texts";
import type { Theme } from "@/components/ui/theme";
import { Unreached } from "@/components/ui/unreached";
import { useReach, useRouter } from "@/components/ui/use-router";
import { cancelUploads } from "@/components/uploads/upload-jobs";
import { allItems, isActive } from "@/components/uploads/upload-store";
import { logOut } from "@/lib/auth/actions";
import { forgetAllPlans } from "@/lib/uploads/client-plans";

// It comes with the menu that it stands in.
const ThemeChoice = later(() => import("./theme-choice").then((module) => module.ThemeChoice), Unreached);

type Props = { name: string; email: string; theme: Theme; children: React.ReactNode };

/** Whose drive it is and what is theirs to choose. `children` stand in the menu of a phone, which has no rail for them. */
export function AccountMenu({ name, email, theme, children }: Props) {
  const t = useT();
  const trigger = (
    <button
      type="button"
      aria-label={t("shell.account")}
      className="-me-1 grid shrink-0 size-11 place-items-center rounded-full hover:bg-raised"
    >
      <span
        aria-hidden="true"
        className="grid size-9 place-items-center rounded-full bg-accent font-semibold text-accent-ink"
      >
        {[...name][0]?.toUpperCase()}
      </span>
    </button>
  );
  const router = useRouter();
  const isReached = useReach();
  const leave = async () => {
    if (!isReached()) return;
    const isBusy = allItems().some(isActive);
    if (isBusy && !window.confirm(t("shell.leaveUploads"))) return;
    // Whoever logs in next in this tab is somebody else.
    clipboard.set(null);
    cancelUploads(allItems().map(({ id }) => id));
    await forgetAllPlans();
    await logOut({});
  };
  return (
    <Menu trigger={trigger} title={t("shell.account")} hasOwnHead>
      <div className="px-3 py-2 sm:max-w-64">
        <p className="truncate font-semibold">
          <bdi>{name}</bdi>
        </p>
        <p className="truncate text-muted text-sm">{email}</p>
      </div>
      <div className="px-3 py-2 sm:hidden">{children}</div>
      <MenuLine />
      <ThemeChoice theme={theme} />
      <MenuLine />
      <MenuItem onSelect={() => router.push("/settings")}>
        <Settings aria-hidden="true" className="size-4 text-muted" /> {t("shell.settings")}
      </MenuItem>
      <MenuItem onSelect={() => router.push("/drive/storage")}>
        <HardDrive aria-hidden="true" className="size-4 text-muted" /> {t("shell.storagePlace")}
      </MenuItem>
      <MenuItem onSelect={leave}>
        <LogOut aria-hidden="true" className="size-4 text-muted" /> {t("shell.logOut")}
      </MenuItem>
    </Menu>
  );
}
