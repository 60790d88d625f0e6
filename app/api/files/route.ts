import { listFolderCall } from "@/lib/entries/api";
import { listFolder } from "@/lib/entries/entries";
import { userRoute } from "@/lib/http/route";

export const GET = userRoute(listFolderCall, ({ user, query }) => listFolder(user, query));
