import { contentCall } from "@/lib/entries/api";
import { contentUrl } from "@/lib/entries/content";
import { hostOf } from "@/lib/http/context";
import { userRoute } from "@/lib/http/route";

export const GET = userRoute(contentCall, async ({ user, params, query, request }) => {
  const url = await contentUrl(user, params.entryId, { ...query, host: hostOf(request.headers) });
  return Response.redirect(url, 302);
});
