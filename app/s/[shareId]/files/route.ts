import { publicRoute } from "@/lib/http/route";
import { listSharedCall } from "@/lib/sharing/api";
import { listShared } from "@/lib/sharing/visit";

export const GET = publicRoute(listSharedCall, ({ params, query, request }) =>
  listShared(params.shareId, query, request.headers),
);
