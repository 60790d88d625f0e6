import { readFileSync } from "node:fs";
import { readPolicy } from "./test/policy";

/**
 * A step of `npm test`, after those that run the app and record in RIGHTS_FILE what it asked for: the role must allow all of
 * that, also where a job swallowed the refusal, and nothing that was never asked for.
 */
const file = process.env.RIGHTS_FILE;
if (!file) throw new Error("RIGHTS_FILE names no file: this runs as a step of npm test");
const asked = new Set(readFileSync(file, "utf8").split("\n").filter(Boolean));
const allowed = new Set<string>(readPolicy());
const complaints = [
  ...[...asked]
    .filter((right) => !allowed.has(right))
    .map((right) => `The app asked for ${right}: the role refuses it`),
  ...[...allowed]
    .filter((right) => !asked.has(right))
    .map((right) => `The role allows ${right}: no test had the app ask`),
];
for (const complaint of complaints) console.error(`${complaint} (infra/actions.ts)`);
process.exitCode = complaints.length > 0 ? 1 : 0;
