import { readyResponse } from "@/lib/service/health";

export const dynamic = "force-dynamic";
export const GET = readyResponse;
