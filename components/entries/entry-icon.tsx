import {
  File,
  FileArchive,
  FileCode2,
  FileSpreadsheet,
  FileText,
  Film,
  Folder,
  Image,
  Music,
  Presentation,
} from "lucide-react";
import type { Entry } from "@/lib/entries/schema";

const KINDS = [
  { pattern: /^image\//, Icon: Image, tone: "text-[#b0568f]" },
  { pattern: /^video\//, Icon: Film, tone: "text-[#c2622d]" },
  { pattern: /^audio\//, Icon: Music, tone: "text-[#7a5fc4]" },
  { pattern: /zip|tar|compress/, Icon: FileArchive, tone: "text-[#8a7334]" },
  { pattern: /sheet|csv|excel/, Icon: FileSpreadsheet, tone: "text-[#2f8559]" },
  { pattern: /presentation|powerpoint/, Icon: Presentation, tone: "text-[#c2622d]" },
  { pattern: /json|javascript|typescript|xml|html|css|x-(sh|python)/, Icon: FileCode2, tone: "text-[#5b7282]" },
  { pattern: /pdf/, Icon: FileText, tone: "text-[#c94a41]" },
  { pattern: /text|document|word/, Icon: FileText, tone: "text-[#3b76c4]" },
];

const OTHER = { Icon: File, tone: "text-muted" };

/** What kind of thing an entry is, by shape and by colour. */
export function EntryIcon({ kind, type, size = "md" }: Pick<Entry, "kind" | "type"> & { size?: "md" | "lg" }) {
  const box = size === "lg" ? "size-14 rounded-2xl [&>svg]:size-7" : "size-9 rounded-lg [&>svg]:size-5";
  const { Icon, tone } = KINDS.find((each) => each.pattern.test(type ?? "")) ?? OTHER;
  const look = kind === "folder" ? "bg-accent-soft text-accent" : `bg-current/10 ${tone}`;
  return (
    <span aria-hidden="true" className={`grid shrink-0 place-items-center ${box} ${look}`}>
      {kind === "folder" ? <Folder className="fill-current/25" /> : <Icon />}
    </span>
  );
}
