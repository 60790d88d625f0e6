import { listVersionsCall } from "@/lib/entries/api";
import { listVersions } from "@/lib/entries/versions";
import { userRoute } from "@/lib/http/route";

export const GET = userRoute(listVersionsCall, ({ user, params, query }) => listVersions(user, params.entryId, query));
