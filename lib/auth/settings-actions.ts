"use server";

import { redirect } from "next/navigation";
import * as account from "@/lib/auth/account";
import { signOut } from "@/lib/auth/next-auth";
import { ChangePassword, CreateToken, PatchMe, SessionId, TokenId } from "@/lib/auth/schema";
import * as tokens from "@/lib/auth/tokens";
import { userAction } from "@/lib/http/action";
import { Nothing } from "@/lib/http/call";

export const saveProfile = userAction(PatchMe, (user, input) => account.patchMe(user, input));

export const changePassword = userAction(ChangePassword, (_user, input, { session }) =>
  account.changePassword(session, input),
);

export const createToken = userAction(CreateToken, (_user, input, { session }) => tokens.createToken(session, input));

export const revokeToken = userAction(TokenId, (user, { tokenId }) => tokens.revokeToken(user, tokenId));

export const endSession = userAction(SessionId, (user, { sessionId }) => tokens.endOtherSession(user, sessionId));

export const logOutEverywhere = userAction(Nothing, async (_user, _input, { session }) => {
  await account.logOutEverywhere(session);
  await signOut({ redirect: false });
  redirect("/login");
});
