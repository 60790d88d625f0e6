import { File, FileArchive, FileText, Film, Folder, Image, Music } from "lucide-react";
import type { Entry } from "@/lib/entries/schema";

const KINDS = [
  { pattern: /^image\//, Icon: Image, tone: "text-[#b0568f]" },
  { pattern: /^video\//, Icon: Film, tone: "text-[#c2622d]" },
  { pattern: /^audio\//, Icon: Music, tone: "text-[#7a5fc4]" },
  { pattern: /pdf|text|document|sheet/, Icon: FileText, tone: "text-[#3b76c4]" },
  { pattern: /zip|tar|compress/, Icon: FileArchive, tone: "text-[#8a7334]" },
];

export function EntryIcon({ kind, type }: Pick<Entry, "kind" | "type">) {
  if (kind === "folder") return <Folder aria-hidden="true" className="size-6 shrink-0 fill-accent-soft text-accent" />;
  const { Icon, tone } = KINDS.find((each) => each.pattern.test(type ?? "")) ?? { Icon: File, tone: "text-muted" };
  return <Icon aria-hidden="true" className={`size-6 shrink-0 ${tone}`} />;
}
