"use server";

import { signOut } from "@/lib/auth/next-auth";
import { DeleteMe } from "@/lib/auth/schema";
import { userAction } from "@/lib/http/action";
import * as account from "@/lib/service/account";

export const deleteAccount = userAction(DeleteMe, async (user, input) => {
  await account.deleteAccount(user, input);
  await signOut({ redirect: false });
});
