import { copyEntryCall } from "@/lib/entries/api";
import { copyEntry } from "@/lib/entries/copy";
import { userRoute } from "@/lib/http/route";

export const POST = userRoute(copyEntryCall, ({ user, params, body }) => copyEntry(user, params.entryId, body));
