import { dropVersionCall } from "@/lib/entries/api";
import { dropVersion } from "@/lib/entries/versions";
import { userRoute } from "@/lib/http/route";

export const DELETE = userRoute(dropVersionCall, async ({ user, params }) => {
  await dropVersion(user, params.entryId, params.versionId);
  return undefined;
});
