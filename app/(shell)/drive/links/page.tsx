import type { Metadata } from "next";
import { ShareList } from "@/components/sharing/share-list";
import { requirePageUser } from "@/lib/http/page";
import { texts } from "@/lib/i18n/server";
import { listShares } from "@/lib/sharing/sharing";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await texts())("sharing.links") });

export default async function LinksPage() {
  const user = await requirePageUser();
  const first = await listShares(user, { limit: 100 });
  return (
    <>
      <h1 className="mb-3 font-semibold text-xl tracking-tight">{(await texts())("sharing.links")}</h1>
      <ShareList first={first} />
    </>
  );
}
