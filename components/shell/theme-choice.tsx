"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { DropdownMenu } from "radix-ui";
import { GROUND, THEME_COOKIE, type Theme, themeOf } from "@/components/ui/theme";

const CHOICES = [
  { theme: "system", label: "System", Icon: Monitor },
  { theme: "light", label: "Light", Icon: Sun },
  { theme: "dark", label: "Dark", Icon: Moon },
] as const;

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Shows the theme at once and keeps it where the server reads it. */
function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const bar of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    bar.content = GROUND[theme === "system" ? (bar.media.includes("dark") ? "dark" : "light") : theme];
  }
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store exists on HTTPS alone
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

export function ThemeChoice({ theme }: { theme: Theme }) {
  const router = useRouter();
  const choose = (value: string) => {
    chooseTheme(themeOf(value));
    router.refresh();
  };
  return (
    <DropdownMenu.RadioGroup
      value={theme}
      onValueChange={choose}
      aria-label="Theme"
      className="grid grid-cols-3 gap-1 p-1"
    >
      {CHOICES.map(({ theme: each, label, Icon }) => (
        <DropdownMenu.RadioItem
          key={each}
          value={each}
          // The menu stays open: one looks at what one has chosen.
          onSelect={(event) => event.preventDefault()}
          className="grid min-h-14 cursor-pointer justify-items-center gap-0.5 rounded-lg px-3 py-2 text-sm outline-none data-[highlighted]:bg-raised data-[state=checked]:bg-accent-soft data-[state=checked]:text-accent data-[highlighted]:outline-2 data-[highlighted]:outline-line"
        >
          <Icon aria-hidden="true" className="size-5" />
          {label}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
