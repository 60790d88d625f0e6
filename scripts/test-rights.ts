import { readFileSync } from "node:fs";
import { readPolicy } from "./test/policy";

/**
 * A step of `npm test`, after those that run the app: the role must allow what the app has asked for, which each call was held
 * against already, and nothing that it never asks for.
 */
const file = process.env.RIGHTS_FILE;
const asked = new Set(file ? readFileSync(file, "utf8").split("\n") : []);
const idle = [...readPolicy()].filter((right) => !asked.has(right));
for (const right of idle)
  console.error(`The role allows ${right}, and no test had the app ask for it: infra/actions.ts`);
process.exitCode = idle.length > 0 ? 1 : 0;
