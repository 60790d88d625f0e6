import { purgeEntryCall } from "@/lib/entries/api";
import { purgeEntry } from "@/lib/entries/trash";
import { userRoute } from "@/lib/http/route";

export const DELETE = userRoute(purgeEntryCall, async ({ user, params }) => {
  await purgeEntry(user, params.entryId);
  return undefined;
});
