import { AsyncLocalStorage } from "node:async_hooks";
import type { RequestContext } from "@/lib/http/context";

const scope = new AsyncLocalStorage<RequestContext>();

/** Does the work of one request; what records who did what finds it by `currentRequest`, without every deed passing it on. */
export const inRequest = <T>(context: RequestContext, work: () => Promise<T>): Promise<T> => scope.run(context, work);

/** The request that is being answered; a job answers none. */
export const currentRequest = (): RequestContext | undefined => scope.getStore();
