import { patchMe } from "@/lib/auth/account";
import { deleteMeCall, meCall, patchMeCall } from "@/lib/auth/api";
import { userRoute } from "@/lib/http/route";
import { deleteAccount } from "@/lib/service/account";

export const GET = userRoute(meCall, async ({ user }) => user);

export const PATCH = userRoute(patchMeCall, ({ user, body }) => patchMe(user, body));

export const DELETE = userRoute(deleteMeCall, async ({ user, body }) => {
  await deleteAccount(user, body);
  return undefined;
});
