import { restoreVersionCall } from "@/lib/entries/api";
import { restoreVersion } from "@/lib/entries/versions";
import { userRoute } from "@/lib/http/route";

export const POST = userRoute(restoreVersionCall, ({ user, params }) =>
  restoreVersion(user, params.entryId, params.versionId),
);
