import { hostOf } from "@/lib/http/context";
import { byContentType, userRoute } from "@/lib/http/route";
import { startUploadCall, uploadFormCall } from "@/lib/uploads/api";
import { uploadForm } from "@/lib/uploads/form";
import { startUpload } from "@/lib/uploads/uploads";

export const POST = byContentType({
  "multipart/form-data": userRoute(uploadFormCall, ({ user, request }) => uploadForm(user, request)),
  "application/json": userRoute(startUploadCall, ({ user, body, request }) =>
    startUpload(user, body, hostOf(request.headers)),
  ),
});
