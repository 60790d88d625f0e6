import { userRoute } from "@/lib/http/route";
import { listUploadsCall } from "@/lib/uploads/api";
import { listUploads } from "@/lib/uploads/uploads";

export const GET = userRoute(listUploadsCall, ({ user, query }) => listUploads(user, query));
