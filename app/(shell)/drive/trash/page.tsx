import type { Metadata } from "next";
import { TrashList } from "@/components/entries/trash-list";
import { listTrash } from "@/lib/entries/trash";
import { env } from "@/lib/env";
import { requirePageUser } from "@/lib/http/page";
import { texts } from "@/lib/i18n/server";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await texts())("places.trash") });

export default async function TrashPage() {
  const user = await requirePageUser();
  const first = await listTrash(user, { limit: 100 });
  return (
    <>
      <h1 className="mb-3 font-semibold text-xl tracking-tight">{(await texts())("places.trash")}</h1>
      <TrashList first={first} days={env().TRASH_DAYS} now={new Date().toISOString()} />
    </>
  );
}
