import { searchCall } from "@/lib/entries/find-api";
import { search } from "@/lib/entries/search";
import { userRoute } from "@/lib/http/route";

export const GET = userRoute(searchCall, ({ user, query }) => search(user, query));
