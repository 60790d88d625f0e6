import type { Metadata } from "next";
import { ShareList } from "@/components/sharing/share-list";
import { PageHead } from "@/components/ui/page-head";
import { requirePageUser } from "@/lib/http/page";
import { texts } from "@/lib/i18n/server";
import { listShares } from "@/lib/sharing/sharing";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await texts())("sharing.links") });

export default async function LinksPage() {
  const user = await requirePageUser();
  const first = await listShares(user, { limit: 100 });
  return (
    <>
      <PageHead title={(await texts())("sharing.links")} />
      <ShareList first={first} />
    </>
  );
}
