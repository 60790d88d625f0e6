import { keepThumbnailCall } from "@/lib/entries/find-api";
import { keepThumbnail } from "@/lib/entries/thumbnails";
import { userRoute } from "@/lib/http/route";

export const POST = userRoute(keepThumbnailCall, async ({ user, params, body }) => {
  await keepThumbnail(user, params.entryId, body);
  return undefined;
});
