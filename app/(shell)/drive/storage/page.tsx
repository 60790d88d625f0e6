import type { Metadata } from "next";
import { cookies } from "next/headers";
import { VIEW_COOKIE, viewOf } from "@/components/entries/view";
import { StorageView } from "@/components/places/storage-view";
import { listLargest } from "@/lib/entries/places";
import { requirePageUser } from "@/lib/http/page";
import { texts } from "@/lib/i18n/server";
import { usageOf } from "@/lib/users/users";

const LARGEST = 50;

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await texts())("places.storage") });

export default async function StoragePage() {
  const user = await requirePageUser();
  const [usage, largest] = await Promise.all([usageOf(user.id), listLargest(user, LARGEST)]);
  const view = viewOf((await cookies()).get(VIEW_COOKIE)?.value);
  return <StorageView usage={usage} largest={largest} view={view} />;
}
