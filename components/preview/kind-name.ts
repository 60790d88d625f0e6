import type { Entry } from "@/lib/entries/schema";
import type { Translate } from "@/lib/i18n/client-translate";
import type { TextKey } from "@/lib/i18n/schema";

// The first that fits counts. What is told by its format alone is `{format} image`, say.
const KINDS: [RegExp, TextKey][] = [
  [/^image\//, "preview.kindImage"],
  [/^video\//, "preview.kindVideo"],
  [/^audio\//, "preview.kindAudio"],
  [/\/pdf$/, "preview.kindPdf"],
  [/csv$|tab-separated/, "preview.kindTable"],
  [/markdown$/, "preview.kindMarkdown"],
  [/html/, "preview.kindWeb"],
  [/javascript|typescript|json|xml$|css$|yaml|toml|x-(sh|python|php)|sql/, "preview.kindCode"],
  [/wordprocessing|msword|opendocument\.text/, "preview.kindDocument"],
  [/spreadsheet|excel/, "preview.kindSheet"],
  [/presentation|powerpoint/, "preview.kindSlides"],
  [/zip|x-tar|compressed|x-bzip|x-xz|x-rar/, "preview.kindArchive"],
  [/^text\//, "preview.kindText"],
  [/octet-stream$/, "preview.kindBinary"],
];

const FORMATS: Record<string, string> = {
  "audio/mpeg": "MP3",
  "audio/mp4": "M4A",
  "video/quicktime": "QuickTime",
  "video/x-matroska": "MKV",
  "image/webp": "WebP",
  "video/webm": "WebM",
  "audio/webm": "WebM",
};

/** What kind of thing an entry is, in words; of a type that we have none for, the type itself. */
export function kindName({ kind, type }: Pick<Entry, "kind" | "type">, t: Translate): string {
  if (kind === "folder") return t("preview.folder");
  if (!type) return t("preview.kindFile");
  const text = KINDS.find(([pattern]) => pattern.test(type))?.[1];
  if (!text) return type;
  const subtype = type.replace(/^.*\/(x-|vnd\.)?/, "").replace(/\+xml$/, "");
  return t(text, { format: FORMATS[type] ?? subtype.toUpperCase() });
}
