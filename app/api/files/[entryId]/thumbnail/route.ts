import { startThumbnailCall } from "@/lib/entries/find-api";
import { startThumbnail } from "@/lib/entries/thumbnails";
import { hostOf } from "@/lib/http/context";
import { userRoute } from "@/lib/http/route";

export const POST = userRoute(startThumbnailCall, ({ user, params, body, request }) =>
  startThumbnail(user, params.entryId, { ...body, host: hostOf(request.headers) }),
);
