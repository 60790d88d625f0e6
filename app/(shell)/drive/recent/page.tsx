import type { Metadata } from "next";
import { cookies } from "next/headers";
import { VIEW_COOKIE, viewOf } from "@/components/entries/view";
import { PlaceView } from "@/components/places/place-view";
import { listRecent } from "@/lib/entries/places";
import { FIRST_ENTRIES } from "@/lib/entries/schema";
import { requirePageUser } from "@/lib/http/page";
import { texts } from "@/lib/i18n/server";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await texts())("shell.recent") });

export default async function RecentPage() {
  const user = await requirePageUser();
  const view = viewOf((await cookies()).get(VIEW_COOKIE)?.value);
  return <PlaceView place="recent" page={await listRecent(user, { limit: FIRST_ENTRIES })} view={view} />;
}
