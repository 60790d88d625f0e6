"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import * as account from "@/lib/auth/account";
import * as auth from "@/lib/auth/auth";
import { signIn, signOut } from "@/lib/auth/next-auth";
import { ChangePassword, CreateToken, LogInForm, PatchMe, RegisterForm, SessionId, TokenId } from "@/lib/auth/schema";
import { findSession } from "@/lib/auth/session";
import * as tokens from "@/lib/auth/tokens";
import { publicAction, userAction } from "@/lib/http/action";
import { Nothing } from "@/lib/http/call";

export const register = publicAction(RegisterForm, async ({ next, ...input }, { ip }) => {
  const user = await auth.register(input, ip);
  await signIn("credentials", { ticket: auth.issueTicket({ id: user.id, sessionVersion: 1 }), redirect: false });
  redirect(auth.ownPath(next));
});

export const logIn = publicAction(LogInForm, async ({ next, ...input }, { ip }) => {
  const user = await auth.verifyLogIn(input, ip);
  await signIn("credentials", { ticket: auth.issueTicket(user), redirect: false });
  redirect(auth.ownPath(next));
});

export const logOut = publicAction(Nothing, async () => {
  const session = await findSession(await headers());
  if (session) await auth.logOut(session);
  await signOut({ redirect: false });
  redirect("/");
});

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
