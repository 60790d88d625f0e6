import { publicRoute } from "@/lib/http/route";
import { aboutCall } from "@/lib/service/api";
import { about } from "@/lib/service/health";

export const GET = publicRoute(aboutCall, async () => about());
