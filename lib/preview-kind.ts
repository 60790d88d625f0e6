/** How a file can be looked at. */
export type PreviewKind = "image" | "drawing" | "pdf" | "video" | "audio" | "markdown" | "table" | "text" | "none";

const READ: ReadonlySet<PreviewKind> = new Set(["pdf", "markdown", "table", "text", "drawing"]);

/** Whether it is looked at for longer than a glance, and wants room. */
export const isRead = (kind: PreviewKind): boolean => READ.has(kind);

type Content = { kind: "file" | "folder"; type: string | null; name: string };

const TEXT = /^text\/|json|javascript|typescript|xml|yaml|toml|x-sh|x-httpd-php|sql|graphql/;
const CODE =
  /\.(txt|log|ini|conf|cfg|env|json|jsonc|ya?ml|toml|xml|html?|css|scss|[cm]?[jt]sx?|vue|py|rb|go|rs|java|kt|swift|c|h|cc|cpp|hpp|cs|php|pl|lua|r|sh|bash|zsh|ps1|sql|graphql|diff|patch|tex|dockerfile|makefile|gitignore)$/i;

/** How a file is looked at, by what its bytes were found to be, and for text by its name. */
export function previewKindOf({ kind, type, name }: Content): PreviewKind {
  if (kind === "folder") return "none";
  const is = type ?? "";
  if (/svg/.test(is) || /\.svg$/i.test(name)) return "drawing";
  if (/^image\/(png|jpe?g|gif|webp|avif|bmp|apng|x-icon|vnd\.microsoft\.icon)$/.test(is)) return "image";
  if (is === "application/pdf") return "pdf";
  if (is.startsWith("video/")) return "video";
  if (is.startsWith("audio/")) return "audio";
  if (/\.(md|markdown)$/i.test(name)) return "markdown";
  if (/\.(csv|tsv)$/i.test(name) || is === "text/csv") return "table";
  return TEXT.test(is) || CODE.test(name) ? "text" : "none";
}
