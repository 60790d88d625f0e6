import { starredCall } from "@/lib/entries/find-api";
import { listStarred } from "@/lib/entries/places";
import { userRoute } from "@/lib/http/route";

export const GET = userRoute(starredCall, ({ user, query }) => listStarred(user, query));
