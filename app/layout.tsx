import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import { connection } from "next/server";
import { GROUND, THEME_COOKIE, themeOf } from "@/components/ui/theme";
import "./globals.css";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-sans",
  weight: "100 900",
});

export const metadata: Metadata = {
  title: { default: "Smart Drive", template: "%s · Smart Drive" },
  description: "A cloud drive on your own cloud account.",
};

const chosenTheme = async () => themeOf((await cookies()).get(THEME_COOKIE)?.value);

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme();
  const followed = (["light", "dark"] as const).map((each) => ({
    media: `(prefers-color-scheme: ${each})`,
    color: GROUND[each],
  }));
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    // The keyboard of a phone makes the page smaller instead of lying over a sheet's buttons.
    interactiveWidget: "resizes-content",
    themeColor: theme === "system" ? followed : GROUND[theme],
  };
}

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  // A page made at build time would carry no nonce, and every script in it would be blocked.
  await connection();
  const theme = await chosenTheme();
  return (
    <html lang="en" className={inter.variable} data-theme={theme === "system" ? undefined : theme}>
      <body className="min-h-dvh bg-ground font-sans text-[15px] text-ink leading-6 antialiased">{children}</body>
    </html>
  );
}
