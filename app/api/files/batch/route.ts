import { batchCall } from "@/lib/entries/api";
import { runBatch } from "@/lib/entries/batch";
import { userRoute } from "@/lib/http/route";

export const POST = userRoute(batchCall, ({ user, body }) => runBatch(user, body));
