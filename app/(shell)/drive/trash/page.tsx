import type { Metadata } from "next";
import { TrashList } from "@/components/entries/trash-list";
import { PageHead } from "@/components/ui/page-head";
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
      <PageHead title={(await texts())("places.trash")} />
      <TrashList first={first} days={env().TRASH_DAYS} now={new Date().toISOString()} />
    </>
  );
}
