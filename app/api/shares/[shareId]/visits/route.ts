import { userRoute } from "@/lib/http/route";
import { visitsCall } from "@/lib/sharing/api";
import { listVisits } from "@/lib/sharing/sharing";

export const GET = userRoute(visitsCall, ({ user, params }) => listVisits(user, params.shareId));
