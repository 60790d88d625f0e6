import { userRoute } from "@/lib/http/route";
import { abortUploadCall, resumeUploadCall } from "@/lib/uploads/api";
import { abortUpload, resumeUpload } from "@/lib/uploads/uploads";

export const GET = userRoute(resumeUploadCall, ({ user, params }) => resumeUpload(user, params.uploadId));

export const DELETE = userRoute(abortUploadCall, async ({ user, params }) => {
  await abortUpload(user, params.uploadId);
  return undefined;
});
