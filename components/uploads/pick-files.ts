import { addPlaced, placedOf } from "./folder-tree";
import { addFiles } from "./upload-store";

/** Opens the system's dialog for files, or for a folder, and uploads what is chosen. */
export function pickFiles(folderId: string, isFolder: boolean, onMade: () => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.webkitdirectory = isFolder;
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    if (isFolder) void addPlaced(files.map(placedOf), folderId, onMade);
    else addFiles(files, folderId);
  });
  input.click();
}
