import { activityCall } from "@/lib/entries/find-api";
import { listHistory } from "@/lib/entries/history";
import { userRoute } from "@/lib/http/route";

export const GET = userRoute(activityCall, ({ user, query }) => listHistory(user, query));
