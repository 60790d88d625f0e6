import { metrics } from "@/lib/metrics";

type Context = { commandName?: string };

/** A middleware of a client that measures each of its calls, by the SDK's name of the command. */
export const measured =
  (service: "dynamodb" | "s3") =>
  <A, R>(next: (args: A) => Promise<R>, { commandName = "" }: Context) =>
  async (args: A): Promise<R> => {
    const action = commandName.replace(/Command$/, "");
    const { awsCalls, awsFailures } = metrics();
    const ended = awsCalls.startTimer({ service, action });
    try {
      return await next(args);
    } catch (error) {
      awsFailures.inc({ service, action, error: error instanceof Error ? error.name : "unknown" });
      throw error;
    } finally {
      ended();
    }
  };

/** Where that middleware stands: around everything else, so that what it sees is what the app waits for. */
export const measuring = { step: "initialize", name: "measured", priority: "high" } as const;
