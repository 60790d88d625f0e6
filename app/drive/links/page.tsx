import type { Metadata } from "next";
import { ShareList } from "@/components/sharing/share-list";
import { requirePageUser } from "@/lib/http/page";
import { listShares } from "@/lib/sharing/sharing";

export const metadata: Metadata = { title: "Links" };

export default async function LinksPage() {
  const user = await requirePageUser("/drive/links");
  const { items } = await listShares(user, { limit: 1000 });
  return (
    <>
      <h1 className="mb-4 font-semibold text-lg">Links</h1>
      <ShareList items={items} />
    </>
  );
}
