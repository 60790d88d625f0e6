import { once } from "node:events";
import { createServer } from "node:http";
import { bytesOf, forward } from "@/e2e/support/faulty-proxy";

export type Units = { read: number; write: number };

type Consumed = { CapacityUnits?: number };

const READS = /^(GetItem|Query|BatchGetItem|TransactGetItems|Scan)$/;

/**
 * Stands before DynamoDB, asks with each call what it costs, and sums it up. `target` is asked for where a call goes. What
 * came together since the last time is told, and forgotten, by `take`.
 */
export async function startCapacityProxy(target: () => string) {
  let units: Units = { read: 0, write: 0 };
  const server = createServer(async (incoming, outgoing) => {
    try {
      const operation = String(incoming.headers["x-amz-target"] ?? "").split(".")[1] ?? "";
      const asked = { ...JSON.parse(String(await bytesOf(incoming))), ReturnConsumedCapacity: "TOTAL" };
      const body = Buffer.from(JSON.stringify(asked));
      incoming.headers["content-length"] = String(body.length);
      const answer = await forward(target(), incoming, body);
      const { ConsumedCapacity: told = [] } = JSON.parse(String(answer.body)) as {
        ConsumedCapacity?: Consumed | Consumed[];
      };
      const sum = [told].flat().reduce((all, { CapacityUnits = 0 }) => all + CapacityUnits, 0);
      units[READS.test(operation) ? "read" : "write"] += sum;
      outgoing.writeHead(answer.status, answer.headers).end(answer.body);
    } catch {
      outgoing.destroy();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://127.0.0.1:${address && typeof address === "object" ? address.port : 0}`,
    take: (): Units => {
      const taken = units;
      units = { read: 0, write: 0 };
      return taken;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
