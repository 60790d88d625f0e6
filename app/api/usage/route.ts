import { usageCall } from "@/lib/auth/api";
import { userRoute } from "@/lib/http/route";
import { usageOf } from "@/lib/users/users";

export const GET = userRoute(usageCall, ({ user }) => usageOf(user.id));
