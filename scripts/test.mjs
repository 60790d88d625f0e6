import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./install.mjs";

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), ".."));
if (!ensureInstalled()) process.exit(1);
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("./test/main.ts");
process.exitCode = await main(process.argv.slice(2));
