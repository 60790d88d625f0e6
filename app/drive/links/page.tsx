import type { Metadata } from "next";
import { ShareList } from "@/components/sharing/share-list";
import { requirePageUser } from "@/lib/http/page";
import { listShares } from "@/lib/sharing/sharing";

export const metadata: Metadata = { title: "Links" };

export default async function LinksPage() {
  const user = await requirePageUser("/drive/links");
  const first = await listShares(user, { limit: 100 });
  return (
    <>
      <h1 className="mb-3 font-semibold text-xl tracking-tight">Links</h1>
      <ShareList first={first} />
    </>
  );
}
