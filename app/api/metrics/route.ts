import { metricsResponse } from "@/lib/service/metrics";

export const dynamic = "force-dynamic";
export const GET = metricsResponse;
