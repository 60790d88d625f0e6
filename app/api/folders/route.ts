import { createFolderCall } from "@/lib/entries/api";
import { createFolder } from "@/lib/entries/entries";
import { userRoute } from "@/lib/http/route";

export const POST = userRoute(createFolderCall, ({ user, body }) => createFolder(user, body));
