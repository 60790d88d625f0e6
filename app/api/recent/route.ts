import { recentCall } from "@/lib/entries/find-api";
import { listRecent } from "@/lib/entries/places";
import { userRoute } from "@/lib/http/route";

export const GET = userRoute(recentCall, ({ user, query }) => listRecent(user, query));
