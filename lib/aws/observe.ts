import { processWide } from "@/lib/process-wide";

/** Is told of a call, made or signed, before it goes out; what it throws ends the call. */
export type CallObserver = (service: "dynamodb" | "s3", command: string, input: unknown) => void;

/** Whoever wants to know of this process's calls. Empty but in tests, which hold each call against the role's policy. */
export const observers = () => processWide<CallObserver[]>("aws-observers", () => []);

type Context = { commandName?: string };

/** A middleware of a client that tells the observers of each call. */
export const observed =
  (service: "dynamodb" | "s3") =>
  <A extends { input: unknown }, R>(next: (args: A) => Promise<R>, { commandName = "" }: Context) =>
  async (args: A): Promise<R> => {
    for (const observe of observers()) observe(service, commandName.replace(/Command$/, ""), args.input);
    return next(args);
  };

/** Where that middleware stands: before anything else has changed the input. */
export const observing = { step: "initialize", name: "observed", priority: "high" } as const;
