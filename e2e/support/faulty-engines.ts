import { afterAll, afterEach, inject, vi } from "vitest";
import { type FaultyProxy, startFaultyProxy } from "./faulty-proxy";

/** Puts a proxy that can fail before each engine, for this test file. The configuration is read once a file: call it first. */
export async function startFaultyEngines(): Promise<{ database: FaultyProxy; store: FaultyProxy; seen: string[] }> {
  const seen: string[] = [];
  const { DYNAMODB_ENDPOINT = "", S3_ENDPOINT = "" } = inject("laneEnv");
  const [database, store] = await Promise.all(
    [DYNAMODB_ENDPOINT, S3_ENDPOINT].map((url) => startFaultyProxy(url, seen)),
  );
  if (!database || !store) throw new Error("The lane has no engines");
  vi.stubEnv("DYNAMODB_ENDPOINT", database.url);
  vi.stubEnv("S3_ENDPOINT", store.url);
  afterEach(() => {
    database.heal();
    store.heal();
    seen.length = 0;
  });
  afterAll(() => Promise.all([database.stop(), store.stop()]));
  return { database, store, seen };
}
