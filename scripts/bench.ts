import { spawnSync } from "node:child_process";

/** `npm run bench`: every benchmark after the other, whatever the one before it found; ends with 1 where a number was not reached. */
const BENCHES = [
  "scripts/bench-object-store.ts",
  ...["first-page", "capacity", "upload", "scale", "large-folder", "long-tasks", "pages"].map(
    (name) => `e2e/bench/${name}.ts`,
  ),
];

const asked = process.argv.slice(2);
const chosen =
  asked.length === 0 ? BENCHES : BENCHES.filter((file) => asked.some((word) => file.endsWith(`${word}.ts`)));
if (chosen.length === 0) throw new Error(`There is no benchmark of that name. There are: ${BENCHES.join(", ")}`);
for (const file of chosen) {
  console.log(`\n── ${file}`);
  const { status } = spawnSync(process.execPath, ["--import", "tsx", "--conditions=react-server", file], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
