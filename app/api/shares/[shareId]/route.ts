import { userRoute } from "@/lib/http/route";
import { patchShareCall, revokeShareCall } from "@/lib/sharing/api";
import { patchShare, revokeShare } from "@/lib/sharing/sharing";

export const PATCH = userRoute(patchShareCall, ({ user, params, body }) => patchShare(user, { ...body, ...params }));
export const DELETE = userRoute(revokeShareCall, async ({ user, params }) => {
  await revokeShare(user, params.shareId);
  return undefined;
});
