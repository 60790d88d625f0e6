import { calls as authCalls } from "@/lib/auth/api";
import { calls as entryCalls } from "@/lib/entries/api";
import { calls as findCalls } from "@/lib/entries/find-api";
import type { Call } from "@/lib/http/call";
import { calls as serviceCalls } from "@/lib/service/api";
import { calls as sharingCalls } from "@/lib/sharing/api";
import { calls as uploadCalls } from "@/lib/uploads/api";

/** A call as a reader of the description sees it. */
export type Described = Omit<Call, "headers">;

/** Every call of the contract, in the order of the page that shows them. */
export const allCalls: readonly Described[] = [
  ...authCalls,
  ...entryCalls,
  ...findCalls,
  ...uploadCalls,
  ...sharingCalls,
  ...serviceCalls,
];
