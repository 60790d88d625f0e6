import { resolve } from "node:path";
import { assemble } from "./release/assemble";
import { pack } from "./release/pack";
import { ensureBuilt } from "./start/build";
import { prepareEnvironment } from "./start/environment";
import { readSettings } from "./start/settings";

/**
 * `npm run release [-- folder]`: builds if the sources changed, and puts what runs, and nothing else, into a folder and a
 * tarball beside it. Node.js is all that the other machine needs: `node provision.mjs` once, then `node start.mjs`.
 */
async function release(folder: string): Promise<void> {
  prepareEnvironment(false);
  await ensureBuilt(readSettings(process.env).dataDir);
  await assemble(folder);
  console.log(`${folder} and ${await pack(folder)} are ready.`);
}

release(resolve(process.argv[2] ?? ".release/smart-drive")).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
