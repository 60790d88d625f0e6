import { changePassword } from "@/lib/auth/account";
import { changePasswordCall } from "@/lib/auth/api";
import { userRoute } from "@/lib/http/route";

export const POST = userRoute(changePasswordCall, async ({ session, body }) => {
  await changePassword(session, body);
  return undefined;
});
