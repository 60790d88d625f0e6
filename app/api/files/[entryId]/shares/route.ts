import { userRoute } from "@/lib/http/route";
import { createShareCall, listEntrySharesCall } from "@/lib/sharing/api";
import { createShare, listSharesOf } from "@/lib/sharing/sharing";

export const GET = userRoute(listEntrySharesCall, ({ user, params, query }) =>
  listSharesOf(user, params.entryId, query),
);
export const POST = userRoute(createShareCall, ({ user, params, body }) => createShare(user, { ...body, ...params }));
