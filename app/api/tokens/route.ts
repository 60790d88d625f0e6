import { createTokenCall, listTokensCall } from "@/lib/auth/api";
import { createToken, listTokens } from "@/lib/auth/tokens";
import { userRoute } from "@/lib/http/route";

export const GET = userRoute(listTokensCall, async ({ user }) => ({ items: await listTokens(user), nextCursor: null }));

export const POST = userRoute(createTokenCall, ({ session, body }) => createToken(session, body));
