import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const Secrets = z.object({
  authSecret: z.string().min(32),
  accessKey: z.string().min(8),
  secretKey: z.string().min(32),
});
export type Secrets = z.infer<typeof Secrets>;

/** The secrets of the embedded lane: drawn at the first start, readable by their owner alone, the same ever after. */
export async function keepSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, "secrets.json");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept) return Secrets.parse(JSON.parse(kept));
  const secrets = {
    authSecret: randomBytes(33).toString("base64"),
    accessKey: randomBytes(10).toString("hex"),
    secretKey: randomBytes(30).toString("base64url"),
  };
  // "wx": of two first starts at once, one fails rather than both going on with different secrets.
  await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600, flag: "wx" });
  return secrets;
}
