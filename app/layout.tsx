import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { connection } from "next/server";
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

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f7f5" },
    { media: "(prefers-color-scheme: dark)", color: "#131412" },
  ],
};

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  // A page made at build time would carry no nonce, and every script in it would be blocked.
  await connection();
  return (
    <html lang="en" className={inter.variable}>
      <body className="min-h-dvh bg-ground font-sans text-[15px] text-ink leading-6 antialiased">{children}</body>
    </html>
  );
}
