import { meCall } from "@/lib/auth/api";
import { userRoute } from "@/lib/http/route";

export const GET = userRoute(meCall, async ({ user }) => user);
