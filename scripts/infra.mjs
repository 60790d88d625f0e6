import "./require-node.mjs";
import { spawnSync } from "node:child_process";
import { ensureInstalled } from "./install.mjs";

// The CDK is large, and nobody needs it who does not deploy to AWS: `infra/` has packages of its own, installed when asked for.
// Some of its programs read the drive by lib, whose packages are the root's.
const [program, ...words] = process.argv.slice(2);
process.exitCode = 1;
if (ensureInstalled() && ensureInstalled("infra")) {
  const shell = process.platform === "win32";
  process.exitCode =
    spawnSync("npx", ["--no-install", program, ...words], { cwd: "infra", stdio: "inherit", shell }).status ?? 1;
}
