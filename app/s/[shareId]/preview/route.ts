import { publicRoute } from "@/lib/http/route";
import { previewAnswer } from "@/lib/sharing/answers";
import { previewShareCall } from "@/lib/sharing/api";

export const GET = publicRoute(previewShareCall, ({ params, query, request }) =>
  previewAnswer(params.shareId, request, query.file),
);
export const HEAD = GET;
