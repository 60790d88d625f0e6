import { useRefusal, useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";
import type { TrayItem } from "./upload-store";

type Fault = NonNullable<TrayItem["fault"]>;

/** Says why nothing came of an upload, in the viewer's language. */
export function useFault(): (fault: Fault, item: TrayItem) => string {
  const t = useT();
  const { formatBytes } = useFormats();
  const refuse = useRefusal();
  return (fault, { name, size }) => {
    const ofFile = {
      broke: "uploads.faultBroke",
      changed: "uploads.faultChanged",
      unreadable: "uploads.faultUnreadable",
      otherFile: "uploads.faultOther",
      notThisFile: "uploads.faultNotThis",
      folderNotMade: "uploads.faultFolder",
      dropUnreadable: "uploads.faultDrop",
    } as const;
    if (typeof fault === "string") return t(ofFile[fault], { name });
    if (fault.code === "quota_exceeded") return t("uploads.faultQuota", { size: formatBytes(size) });
    return fault.message === "" ? t("uploads.faultBroke") : refuse(fault);
  };
}
