import { emptyTrashCall, listTrashCall } from "@/lib/entries/api";
import { emptyTrash } from "@/lib/entries/purge";
import { listTrash } from "@/lib/entries/trash";
import { userRoute } from "@/lib/http/route";

export const GET = userRoute(listTrashCall, ({ user, query }) => listTrash(user, query));

export const DELETE = userRoute(emptyTrashCall, async ({ user }) => {
  await emptyTrash(user);
  return undefined;
});
