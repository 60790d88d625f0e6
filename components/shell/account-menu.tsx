"use client";

import { LogOut } from "lucide-react";
import { Button } from "@/components/ui/button";
import { logOut } from "@/lib/auth/actions";

export function AccountMenu({ name }: { name: string }) {
  return (
    <form action={async () => void (await logOut({}))} className="flex items-center gap-3">
      <span className="hidden max-w-48 truncate text-muted sm:inline">{name}</span>
      <Button type="submit" look="quiet" className="px-3">
        <LogOut aria-hidden="true" className="size-4" />
        Log out
      </Button>
    </form>
  );
}
