import { thumbnailsCall } from "@/lib/entries/find-api";
import { listThumbnails } from "@/lib/entries/thumbnails";
import { hostOf } from "@/lib/http/context";
import { userRoute } from "@/lib/http/route";

export const GET = userRoute(thumbnailsCall, async ({ user, query, request }) => ({
  items: await listThumbnails(user, query.ids, hostOf(request.headers)),
}));
