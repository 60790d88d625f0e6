import Link from "next/link";
import { NewMenu } from "@/components/entries/new-menu";
import { UploadDropzone } from "@/components/uploads/upload-dropzone";
import type { Entry, Order, Page, Path, Sort } from "@/lib/entries/schema";
import { FileList } from "./file-list";
import { SortLinks } from "./sort-links";

type Props = { folder: Entry; path: Path; page: Page<Entry>; sort: Sort; order: Order };

export function FolderView({ folder, path, page, sort, order }: Props) {
  return (
    <UploadDropzone folderId={folder.id}>
      <h1 className="sr-only">{folder.name}</h1>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <nav aria-label="Breadcrumb" className="min-w-0">
          <ol className="flex flex-wrap items-center gap-1 text-lg">
            {path.items.map((item, index) => (
              <li key={item.id} className="flex min-w-0 items-center gap-1">
                {index > 0 && <span className="text-muted">/</span>}
                <Link
                  href={item.id === "root" ? "/drive" : `/drive/${item.id}`}
                  aria-current={item.id === folder.id ? "page" : undefined}
                  className="max-w-60 truncate rounded-lg px-1.5 text-muted hover:bg-raised aria-[current=page]:font-semibold aria-[current=page]:text-ink"
                >
                  {item.name}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
        <NewMenu folderId={folder.id} />
      </div>
      <SortLinks sort={sort} order={order} />
      <FileList key={`${folder.id}-${sort}-${order}`} folderId={folder.id} first={page} sort={sort} order={order} />
    </UploadDropzone>
  );
}
