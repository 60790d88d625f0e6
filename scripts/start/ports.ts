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
  const kept = await readPorts(dataDir);
  const store = await freePort([...(kept ? [kept.store] : []), appPort + 1], host);
  const wished = [...(kept ? [kept.dynamo] : []), appPort + 2];
  const dynamo = await freePort(wished.filter((port) => port !== store));
  const ports = { dynamo, store };
  await writeFile(fileOf(dataDir), JSON.stringify(ports));
  return ports;
}

const fileOf = (dataDir: string): string => join(dataDir, "ports.json");

/** The ports of the last start; null before the first. */
export async function readPorts(dataDir: string): Promise<Ports | null> {
  try {
    return Ports.parse(JSON.parse(await readFile(fileOf(dataDir), "utf8")));
  } catch {
    return null;
  }
}
