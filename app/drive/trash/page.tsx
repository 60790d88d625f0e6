import type { Metadata } from "next";
import { TrashList } from "@/components/entries/trash-list";
import { listTrash } from "@/lib/entries/trash";
import { requirePageUser } from "@/lib/http/page";

export const metadata: Metadata = { title: "Trash" };

export default async function TrashPage() {
  const user = await requirePageUser("/drive/trash");
  const { items } = await listTrash(user, { limit: 1000 });
  return (
    <>
      <h1 className="mb-1 font-semibold text-lg">Trash</h1>
      <p className="mb-4 text-muted">What is here is deleted for good after 30 days.</p>
      <TrashList items={items} />
    </>
  );
}
