import { userRoute } from "@/lib/http/route";
import { listSharesCall } from "@/lib/sharing/api";
import { listShares } from "@/lib/sharing/sharing";

export const GET = userRoute(listSharesCall, ({ user, query }) => listShares(user, query));
