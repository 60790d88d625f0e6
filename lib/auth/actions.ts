"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import * as auth from "@/lib/auth/auth";
import { signIn, signOut } from "@/lib/auth/next-auth";
import { LogInForm, RegisterForm } from "@/lib/auth/schema";
import { findSession } from "@/lib/auth/session";
import { publicAction } from "@/lib/http/action";
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
