import { publicRoute } from "@/lib/http/route";
import { openApiCall } from "@/lib/service/api";
import { openApiDocument } from "@/lib/service/openapi";

export const GET = publicRoute(openApiCall, async () => Response.json(openApiDocument()));
