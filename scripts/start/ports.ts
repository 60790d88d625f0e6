import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { freePort } from "@/lib/engines/start-port";

const Ports = z.object({ dynamo: z.number().int(), store: z.number().int() });
export type Ports = z.infer<typeof Ports>;

/**
 * The engines' ports, the same at every start if they can be had: a presigned URL names the object store's,
 * so that one handed out before a restart still works after it.
 */
export async function keepPorts(dataDir: string, appPort: number, host: string): Promise<Ports> {
  const file = join(dataDir, "ports.json");
  const kept = await readPorts(file);
  const store = await freePort([...(kept ? [kept.store] : []), appPort + 1], host);
  const wished = [...(kept ? [kept.dynamo] : []), appPort + 2];
  const dynamo = await freePort(wished.filter((port) => port !== store));
  const ports = { dynamo, store };
  await writeFile(file, JSON.stringify(ports));
  return ports;
}

async function readPorts(file: string): Promise<Ports | null> {
  try {
    return Ports.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return null;
  }
}
