import { userRoute } from "@/lib/http/route";
import { completeUploadCall } from "@/lib/uploads/api";
import { completeUpload } from "@/lib/uploads/complete";

export const POST = userRoute(completeUploadCall, ({ user, params, body }) =>
  completeUpload(user, params.uploadId, body),
);
