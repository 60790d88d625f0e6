import { hostOf } from "@/lib/http/context";
import { userRoute } from "@/lib/http/route";
import { signPartsCall } from "@/lib/uploads/api";
import { signParts } from "@/lib/uploads/uploads";

export const POST = userRoute(signPartsCall, async ({ user, params, body, request }) => ({
  parts: await signParts(user, { ...body, ...params, host: hostOf(request.headers) }),
}));
