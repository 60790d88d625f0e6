import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { prepareEnvironment } from "@/scripts/start/environment";

// The folder is complete by itself, from wherever it is started.
process.chdir(dirname(fileURLToPath(import.meta.url)));
prepareEnvironment(false);
// The configuration as it was built: there is no next.config here, and nothing that could read it. That the output was to
// stand alone is known by now; the server would only warn of it.
const { config } = JSON.parse(
  readFileSync(`${process.env.NEXT_DIST_DIR || ".next"}/required-server-files.json`, "utf8"),
);
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify({ ...config, output: undefined });
await import("@/scripts/serve");
