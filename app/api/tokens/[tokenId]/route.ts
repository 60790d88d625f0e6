import { revokeTokenCall } from "@/lib/auth/api";
import { revokeToken } from "@/lib/auth/tokens";
import { userRoute } from "@/lib/http/route";

export const DELETE = userRoute(revokeTokenCall, async ({ user, params }) => {
  await revokeToken(user, params.tokenId);
  return undefined;
});
