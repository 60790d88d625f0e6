"use client";

import { LogOut } from "lucide-react";
import { setClipboard } from "@/components/entries/clipboard";
import { Menu, MenuItem, MenuLine } from "@/components/ui/menu";
import type { Theme } from "@/components/ui/theme";
import { cancelUploads } from "@/components/uploads/upload-queue";
import { allItems } from "@/components/uploads/upload-store";
import { logOut } from "@/lib/auth/actions";
import { forgetAllPlans } from "@/lib/uploads/client-plans";
import { ThemeChoice } from "./theme-choice";

type Props = { name: string; email: string; theme: Theme; children: React.ReactNode };

/** Whose drive it is and what is theirs to choose. `children` stand in the menu of a phone, which has no rail for them. */
export function AccountMenu({ name, email, theme, children }: Props) {
  const trigger = (
    <button
      type="button"
      aria-label="Account"
      className="-mr-1 grid size-11 place-items-center rounded-full hover:bg-raised"
    >
      <span
        aria-hidden="true"
        className="grid size-9 place-items-center rounded-full bg-accent font-semibold text-accent-ink"
      >
        {[...name][0]?.toUpperCase()}
      </span>
    </button>
  );
  const leave = async () => {
    // Whoever logs in next in this tab is somebody else.
    setClipboard(null);
    cancelUploads(allItems().map(({ id }) => id));
    await forgetAllPlans();
    await logOut({});
  };
  return (
    <Menu trigger={trigger}>
      <div className="px-3 py-2 sm:max-w-64">
        <p dir="auto" className="truncate text-left font-semibold">
          {name}
        </p>
        <p className="truncate text-muted text-sm">{email}</p>
      </div>
      <div className="px-3 py-2 sm:hidden">{children}</div>
      <MenuLine />
      <ThemeChoice theme={theme} />
      <MenuLine />
      <MenuItem onSelect={leave}>
        <LogOut aria-hidden="true" className="size-4 text-muted" /> Log out
      </MenuItem>
    </Menu>
  );
}
