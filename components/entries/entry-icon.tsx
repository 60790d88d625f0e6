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
  { pattern: /^image\//, Icon: Image, tone: "text-[color:light-dark(#b0568f,#e08fc2)]" },
  { pattern: /^video\//, Icon: Film, tone: "text-[color:light-dark(#c2622d,#eb9a6b)]" },
  { pattern: /^audio\//, Icon: Music, tone: "text-[color:light-dark(#7a5fc4,#b09cf0)]" },
  { pattern: /zip|tar|compress/, Icon: FileArchive, tone: "text-[color:light-dark(#8a7334,#cdb46a)]" },
  { pattern: /sheet|csv|excel/, Icon: FileSpreadsheet, tone: "text-[color:light-dark(#2f8559,#6cc596)]" },
  { pattern: /presentation|powerpoint/, Icon: Presentation, tone: "text-[color:light-dark(#c2622d,#eb9a6b)]" },
  {
    pattern: /json|javascript|typescript|xml|html|css|x-(sh|python)/,
    Icon: FileCode2,
    tone: "text-[color:light-dark(#5b7282,#9db3c2)]",
  },
  { pattern: /pdf/, Icon: FileText, tone: "text-[color:light-dark(#c94a41,#f08d85)]" },
  { pattern: /text|document|word/, Icon: FileText, tone: "text-[color:light-dark(#3b76c4,#84b1ee)]" },
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
