"use server";

import { refresh } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { publicAction, userAction } from "@/lib/http/action";
import { CreateShareOf, PatchShareOf, ShareId, UnlockShare } from "@/lib/sharing/schema";
import * as sharing from "@/lib/sharing/sharing";
import * as visit from "@/lib/sharing/visit";

export const createShare = userAction(CreateShareOf, async (user, input) => {
  const share = await sharing.createShare(user, input);
  refresh();
  return share;
});

export const patchShare = userAction(PatchShareOf, async (user, input) => {
  const share = await sharing.patchShare(user, input);
  refresh();
  return share;
});

export const revokeShare = userAction(ShareId, async (user, { shareId }) => {
  await sharing.revokeShare(user, shareId);
  refresh();
});

export const unlockShare = publicAction(UnlockShare, async ({ shareId, password }) => {
  const cookie = await visit.unlockShare(shareId, password, await headers());
  const jar = await cookies();
  jar.set(cookie);
  // Drawn again in this very request, the page would not have the cookie yet.
  redirect(`/s/${shareId}`);
});
