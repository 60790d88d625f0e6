import { registerCall } from "@/lib/auth/api";
import { register } from "@/lib/auth/auth";
import { publicRoute } from "@/lib/http/route";

export const POST = publicRoute(registerCall, async ({ body, context }) => ({
  user: await register(body, context.ip),
}));
