"use client";

import { FolderOpen } from "lucide-react";
import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { useT } from "@/components/ui/texts";
import type { Entry, Order, Page, Path, Sort } from "@/lib/entries/schema";
import { Breadcrumb } from "./breadcrumb";
import { EntryList } from "./entry-list";
import type { View } from "./view";
import { ViewSwitch } from "./view-switch";

type Props = {
  folder: Pick<Entry, "id" | "name">;
  path: Path;
  page: Page<Entry>;
  sort: Sort;
  order: Order;
  view: View;
};

/** A folder: where it is, and what is in it. */
export function FolderView({ folder, path, page, sort, order, view: kept }: Props) {
  const t = useT();
  const [view, setView] = useState(kept);
  const nameOf = ({ id, name }: { id: string; name: string }) => (id === "root" ? t("entries.myFiles") : name);
  const crumbs = path.items.map((item) => ({
    id: item.id,
    name: nameOf(item),
    href: item.id === "root" ? "/drive" : `/drive/${item.id}`,
  }));
  return (
    <>
      <h1 className="sr-only">{nameOf(folder)}</h1>
      <div className="-ms-2 mb-2 flex items-center justify-between gap-2 sm:mb-3">
        <Breadcrumb crumbs={crumbs} />
        <ViewSwitch view={view} onChoose={setView} />
      </div>
      <EntryList
        key={`${folder.id}-${sort}-${order}`}
        source={{ path: "/api/files", query: { parent: folder.id, sort, order } }}
        first={page}
        here={{ id: folder.id, name: nameOf(folder) }}
        sort={sort}
        order={order}
        view={view}
        empty={
          <EmptyState Icon={FolderOpen} title={t("entries.emptyTitle")}>
            {t("entries.emptyText")}
          </EmptyState>
        }
      />
    </>
  );
}
