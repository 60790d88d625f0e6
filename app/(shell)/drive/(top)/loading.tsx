import { SkeletonPage } from "@/components/ui/skeleton";
import { texts } from "@/lib/i18n/server";

export default async function Loading() {
  return <SkeletonPage title={(await texts())("shell.myFiles")} />;
}
