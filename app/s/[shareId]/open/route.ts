import { publicRoute } from "@/lib/http/route";
import { openAnswer } from "@/lib/sharing/answers";
import { openShareCall } from "@/lib/sharing/api";

export const GET = publicRoute(openShareCall, ({ params, request }) => openAnswer(params.shareId, request));
export const HEAD = GET;
