"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { chooseTheme } from "@/components/ui/choose-theme";
import { useT } from "@/components/ui/texts";
import { type Theme, themeOf } from "@/components/ui/theme";
import { useRouter } from "@/components/ui/use-router";

const CHOICES = [
  { theme: "system", Icon: Monitor },
  { theme: "light", Icon: Sun },
  { theme: "dark", Icon: Moon },
] as const;

export function ThemeChoice({ theme }: { theme: Theme }) {
  const t = useT();
  const router = useRouter();
  const choose = (value: string) => {
    chooseTheme(themeOf(value));
    router.refresh();
  };
  return (
    <DropdownMenu.RadioGroup
      value={theme}
      onValueChange={choose}
      aria-label={t("settings.theme")}
      className="grid grid-cols-3 gap-1 p-1"
    >
      {CHOICES.map(({ theme: each, Icon }) => (
        <DropdownMenu.RadioItem
          key={each}
          value={each}
          // The menu stays open: one looks at what one has chosen.
          onSelect={(event) => event.preventDefault()}
          className="grid min-h-14 cursor-pointer justify-items-center gap-0.5 rounded-lg px-3 py-2 text-sm outline-none data-[highlighted]:bg-raised data-[state=checked]:bg-accent-soft data-[state=checked]:text-accent data-[highlighted]:outline-2 data-[highlighted]:outline-line"
        >
          <Icon aria-hidden="true" className="size-5" />
          {t(`settings.${each}`)}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
