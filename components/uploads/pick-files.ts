import { addPlaced, placedOf } from "./folder-tree";
import { addFiles } from "./upload-queue";

type Asked = { isMultiple?: boolean; isFolder?: boolean; accept?: string; capture?: string };

/** Opens the system's dialog for files, or for a folder. It must be called by a click: browsers allow it no one else. */
export function askForFiles(
  { isMultiple = true, isFolder, accept, capture }: Asked,
  take: (files: File[]) => void,
): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = isMultiple;
  input.webkitdirectory = isFolder ?? false;
  if (accept) input.accept = accept;
  if (capture) input.setAttribute("capture", capture);
  input.addEventListener("change", () => take([...(input.files ?? [])]));
  // One that stands nowhere may be collected while the dialog is open, and the choice with it.
  input.hidden = true;
  document.body.append(input);
  for (const end of ["change", "cancel"]) input.addEventListener(end, () => input.remove());
  input.click();
}

/** Uploads what a phone's camera takes now. */
export const takePhoto = (folderId: string): void =>
  askForFiles({ isMultiple: false, accept: "image/*,video/*", capture: "environment" }, (files) => {
    void addFiles(files.map((file) => ({ file, parentId: folderId })));
  });

/** Uploads what is chosen in the system's dialog for files, or for a folder. */
export function pickFiles(folderId: string, isFolder: boolean): void {
  askForFiles({ isFolder }, (files) => {
    if (isFolder) void addPlaced(files.map(placedOf), folderId);
    else void addFiles(files.map((file) => ({ file, parentId: folderId })));
  });
}
