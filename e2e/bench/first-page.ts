import { startDrive } from "@/e2e/support/drive";
import { aPerson, type Person } from "@/e2e/support/http-client";
import { seedEntries } from "@/e2e/support/seed";
import { ensureBuilt } from "@/scripts/start/build";
import { median } from "./verdict";

/**
 * How long the first page of a folder takes with 10 entries, with as many as a window shows, and with 10,000, by turns: as
 * HTML and as JSON.
 * `npm run bench`; `ROUNDS` (40) is honoured.
 */
const rounds = Number(process.env.ROUNDS ?? 40);
const counts = [10, 20, 10_000];

async function someoneWith(url: string, count: number): Promise<Person> {
  const person = await aPerson(url);
  const seeds = Array.from({ length: count }, (_, index) => ({ kind: "file", name: `file${index}.txt` }) as const);
  await seedEntries(person.id, seeds);
  return person;
}

async function time(person: Person, path: string): Promise<number> {
  const start = performance.now();
  const { status, body } = await person.call("GET", path);
  if (status !== 200 || !JSON.stringify(body).includes("file9.txt")) throw new Error(`${path} answered ${status}`);
  return performance.now() - start;
}

await ensureBuilt(".data");
const drive = await startDrive();
try {
  const people = await Promise.all(counts.map((count) => someoneWith(drive.url, count)));
  for (const path of ["/drive", "/api/files"]) {
    const times: number[][] = people.map(() => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, person] of people.entries()) times[index]?.push(await time(person, path));
    }
    const medians = times.map(median);
    const shown = counts.map((count, index) => `${count} entries ${medians[index]?.toFixed(1)} ms`);
    console.log(`GET ${path}  ${shown.join("  ")}`);
  }
} finally {
  await drive.stop();
}
