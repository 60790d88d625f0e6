import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import { connection } from "next/server";
import { KeptTitle } from "@/components/ui/kept-title";
import { PageTexts } from "@/components/ui/page-texts";
import { GROUND, THEME_COOKIE, themeOf } from "@/components/ui/theme";
import { LOCALES } from "@/lib/i18n/schema";
import { texts, viewing } from "@/lib/i18n/server";
// What the preloaded font lacks, fetched only where a page holds such letters.
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/noto-sans-arabic/wght.css";
import "./globals.css";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-sans",
  weight: "100 900",
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await texts();
  const name = t("ui.appName");
  return { title: { default: name, template: `%s · ${name}` }, description: t("ui.appDescription") };
}

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
  const [theme, { locale }] = await Promise.all([chosenTheme(), viewing()]);
  return (
    <html
      lang={locale}
      dir={LOCALES[locale].dir}
      className={inter.variable}
      data-theme={theme === "system" ? undefined : theme}
    >
      <body className="min-h-dvh bg-ground font-sans text-[15px] text-ink leading-6 antialiased">
        <KeptTitle />
        <PageTexts sections={["ui"]}>{children}</PageTexts>
      </body>
    </html>
  );
}
