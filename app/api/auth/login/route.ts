import { logInCall } from "@/lib/auth/api";
import { logIn } from "@/lib/auth/auth";
import { publicRoute } from "@/lib/http/route";

export const POST = publicRoute(logInCall, ({ body, context }) => logIn(body, context.ip));
