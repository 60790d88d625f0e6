import { logOutCall } from "@/lib/auth/api";
import { endSession } from "@/lib/auth/session";
import { userRoute } from "@/lib/http/route";

export const POST = userRoute(logOutCall, async ({ session }) => {
  await endSession(session);
  return undefined;
});
