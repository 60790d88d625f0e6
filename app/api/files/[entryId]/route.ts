import { getEntryCall, patchEntryCall, trashEntryCall } from "@/lib/entries/api";
import { getEntry } from "@/lib/entries/entries";
import { patchEntry } from "@/lib/entries/relocate";
import { trashEntry } from "@/lib/entries/trash";
import { userRoute } from "@/lib/http/route";

export const GET = userRoute(getEntryCall, ({ user, params }) => getEntry(user, params.entryId));

export const PATCH = userRoute(patchEntryCall, ({ user, params, body, request }) =>
  patchEntry(user, { ...body, ...params, ifMatch: request.headers.get("if-match") }),
);

export const DELETE = userRoute(trashEntryCall, async ({ user, params, request }) => {
  await trashEntry(user, params.entryId, request.headers.get("if-match"));
  return undefined;
});
