import { restoreEntryCall } from "@/lib/entries/api";
import { restoreEntry } from "@/lib/entries/trash";
import { userRoute } from "@/lib/http/route";

export const POST = userRoute(restoreEntryCall, ({ user, params }) => restoreEntry(user, params.entryId));
