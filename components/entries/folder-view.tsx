import { UploadDropzone } from "@/components/uploads/upload-dropzone";
import type { Entry, Order, Page, Path, Sort } from "@/lib/entries/schema";
import { Breadcrumb } from "./breadcrumb";
import { FileList } from "./file-list";

type Props = { folder: Entry; path: Path; page: Page<Entry>; sort: Sort; order: Order };

export function FolderView({ folder, path, page, sort, order }: Props) {
  const crumbs = path.items.map((item) => ({ ...item, href: item.id === "root" ? "/drive" : `/drive/${item.id}` }));
  return (
    <UploadDropzone folderId={folder.id}>
      <h1 className="sr-only">{folder.name}</h1>
      <div className="-mx-2 mb-2 sm:mb-3">
        <Breadcrumb crumbs={crumbs} />
      </div>
      <FileList key={`${folder.id}-${sort}-${order}`} folderId={folder.id} first={page} sort={sort} order={order} />
    </UploadDropzone>
  );
}
