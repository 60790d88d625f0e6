import { publicRoute } from "@/lib/http/route";
import { downloadAnswer } from "@/lib/sharing/answers";
import { downloadShareCall } from "@/lib/sharing/api";

export const GET = publicRoute(downloadShareCall, ({ params, query, request }) =>
  downloadAnswer(params.shareId, request, query.file),
);
export const HEAD = GET;
