import type { MetadataRoute } from "next";
import { GROUND } from "@/components/ui/theme";
import { LOCALES } from "@/lib/i18n/schema";
import { texts, viewing } from "@/lib/i18n/server";

/** What a phone or a desk needs to keep the drive as an app, and to share files with it. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const [t, { locale }] = await Promise.all([texts(), viewing()]);
  return {
    id: "/drive",
    name: t("ui.appName"),
    short_name: t("ui.appName"),
    description: t("ui.appDescription"),
    lang: locale,
    dir: LOCALES[locale].dir,
    start_url: "/drive",
    scope: "/",
    display: "standalone",
    background_color: GROUND.light,
    theme_color: GROUND.light,
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    share_target: {
      action: "/drive/share",
      method: "POST",
      enctype: "multipart/form-data",
      params: { files: [{ name: "files", accept: ["*/*"] }] },
    },
  };
}
