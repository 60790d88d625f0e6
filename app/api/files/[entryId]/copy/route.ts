import { copyEntryCall, copyProgressCall } from "@/lib/entries/api";
import { copyEntry, copyProgress } from "@/lib/entries/copy";
import { userRoute } from "@/lib/http/route";

export const GET = userRoute(copyProgressCall, ({ user, params }) => copyProgress(user, params.entryId));

export const POST = userRoute(copyEntryCall, ({ user, params, body }) => copyEntry(user, params.entryId, body));
