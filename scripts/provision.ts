import { provision } from "./provision/provision";
import { prepareEnvironment } from "./start/environment";
import { readSettings } from "./start/settings";

/** `npm run provision`: creates or mends table and bucket as the environment names them. */
async function main(): Promise<number> {
  prepareEnvironment(false);
  const refusals = await provision(readSettings(process.env).provisionSkip);
  for (const { title, right } of refusals) {
    console.error(`Not allowed to ${title}. Give these credentials the right ${right}, then run this again.`);
  }
  if (refusals.length === 0) console.log("Table and bucket are ready.");
  return refusals.length === 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : "";
    console.error(`${error instanceof Error ? error.message : error}${cause}`);
    process.exitCode = 1;
  },
);
