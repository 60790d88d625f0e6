import { ensureBuilt } from "./start/build";
import { prepareEnvironment } from "./start/environment";
import { readSettings } from "./start/settings";

prepareEnvironment(false);
ensureBuilt(readSettings(process.env).dataDir).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
