import { pathCall } from "@/lib/entries/api";
import { pathOf } from "@/lib/entries/entries";
import { userRoute } from "@/lib/http/route";

export const GET = userRoute(pathCall, ({ user, params }) => pathOf(user, params.entryId));
