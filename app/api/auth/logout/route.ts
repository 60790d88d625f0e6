import { logOutCall } from "@/lib/auth/api";
import { logOut } from "@/lib/auth/auth";
import { userRoute } from "@/lib/http/route";

export const POST = userRoute(logOutCall, async ({ session }) => {
  await logOut(session);
  return undefined;
});
