import { handlers } from "@/lib/auth/next-auth";
import { adopted } from "@/lib/http/route";

export const GET = adopted(handlers.GET);
export const POST = adopted(handlers.POST);
