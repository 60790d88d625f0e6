import { setTimeout as delay } from "node:timers/promises";
import { startDrive } from "@/e2e/support/drive";
import { aPerson, PASSWORD, type Person, send } from "@/e2e/support/http-client";
import { seedEntries } from "@/e2e/support/seed";
import { ensureBuilt } from "@/scripts/start/build";
import { judge, median, percentile } from "./verdict";

/**
 * What must not grow with a drive: a page, a search, a rename and a move, each beside the same in a small one by turns; and a page
 * while others log in. `ENTRIES` (100,000) and `ROUNDS` (60) are honoured.
 */
const entries = Number(process.env.ENTRIES ?? 100_000);
const rounds = Number(process.env.ROUNDS ?? 60);
const FEW = 10;
const SOME = 1000;
const LOGINS_A_SECOND = 20;
const LOGIN_SECONDS = 10;

type Folder = { person: Person; id: string };

const nameOf = (index: number) => `file ${String(index).padStart(6, "0")}.txt`;

async function folderOf(url: string, count: number): Promise<Folder> {
  const person = await aPerson(url);
  const { body } = await person.call("POST", "/api/folders", { parentId: "root", name: "Folder" });
  await person.call("POST", "/api/folders", { parentId: "root", name: "Other" });
  const seeds = Array.from({ length: count }, (_, index) => ({ kind: "file", name: nameOf(index) }) as const);
  await seedEntries(person.id, seeds, body.id);
  return { person, id: body.id };
}

async function timed(work: () => Promise<{ status: number }>): Promise<number> {
  const begin = performance.now();
  const { status } = await work();
  if (status >= 300) throw new Error(`It answered ${status}`);
  return performance.now() - begin;
}

const page = ({ person, id }: Folder) => timed(() => person.call("GET", `/api/files?parent=${id}&limit=100`));
const search = ({ person }: Folder) => timed(() => person.call("GET", "/api/search?q=00012"));
const change = ({ person, id }: Folder, body: object) => timed(() => person.call("PATCH", `/api/files/${id}`, body));

/** Does the same in both folders by turns; answers how many times as long it takes in the second. */
async function ratioOf([small, large]: [Folder, Folder], work: (folder: Folder, round: number) => Promise<number>) {
  const inSmall: number[] = [];
  const inLarge: number[] = [];
  for (let round = 0; round < rounds; round++) {
    inSmall.push(await work(small, round));
    inLarge.push(await work(large, round));
  }
  const [few, many] = [median(inSmall), median(inLarge)];
  return { ratio: many / few, shown: `${few.toFixed(1)} and ${many.toFixed(1)} ms` };
}

async function pagesFor(folder: Folder, forSeconds: number): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + forSeconds * 1000;
  while (performance.now() < until) times.push(await page(folder));
  return times;
}

/** Has so many people a second log in while `isOn` says so. One that is told to wait has been answered. */
async function keepLoggingIn(url: string, emails: string[], isOn: () => boolean): Promise<Record<number, number>> {
  const answers: Record<number, number> = {};
  const running: Promise<void>[] = [];
  for (let at = 0; isOn(); at++) {
    const email = emails[at % emails.length];
    running.push(
      send("POST", `${url}/api/auth/login`, { email, password: PASSWORD }).then(({ status }) => {
        answers[status] = (answers[status] ?? 0) + 1;
      }),
    );
    await delay(1000 / LOGINS_A_SECOND);
  }
  await Promise.all(running);
  return answers;
}

await ensureBuilt(".data");
const drive = await startDrive({ BCRYPT_COST: "12" });
try {
  const few = await folderOf(drive.url, FEW);
  const some = await folderOf(drive.url, SOME);
  const all = await folderOf(drive.url, entries);
  const paged = await ratioOf([some, all], page);
  judge(
    paged.ratio <= 1.3,
    `a page of 100 of ${SOME} and of ${entries}: ${paged.shown}, ${paged.ratio.toFixed(2)} times, at most 1.3`,
  );
  const found = await ratioOf([some, all], search);
  judge(
    found.ratio <= 2,
    `a search among ${SOME} and among ${entries}: ${found.shown}, ${found.ratio.toFixed(2)} times, at most 2`,
  );
  const renamed = await ratioOf([few, all], (folder, round) => change(folder, { name: `Folder ${round}` }));
  judge(
    renamed.ratio <= 1.3,
    `a new name for a folder with ${FEW} and with ${entries} below: ${renamed.shown}, ${renamed.ratio.toFixed(2)} times, at most 1.3`,
  );
  const others = new Map<Folder, string>();
  for (const folder of [few, all]) {
    const { body } = await folder.person.call("GET", "/api/files?limit=10");
    others.set(folder, body.items.find(({ id }: { id: string }) => id !== folder.id).id);
  }
  const moved = await ratioOf([few, all], (folder, round) =>
    change(folder, { parentId: round % 2 ? "root" : others.get(folder) }),
  );
  judge(moved.ratio <= 1.3, `its move: ${moved.shown}, ${moved.ratio.toFixed(2)} times, at most 1.3`);
  const alone = percentile(await pagesFor(some, LOGIN_SECONDS), 0.99);
  let isOn = true;
  const logins = keepLoggingIn(
    drive.url,
    [few, some, all].map(({ person }) => person.email),
    () => isOn,
  );
  const beside = percentile(await pagesFor(some, LOGIN_SECONDS), 0.99);
  isOn = false;
  const answers = JSON.stringify(await logins);
  judge(
    beside <= 2 * alone,
    `a page of 100, p99: ${alone.toFixed(0)} ms, while ${LOGINS_A_SECOND} a second log in ${beside.toFixed(0)} ms (${answers}), at most twice`,
  );
} finally {
  await drive.stop();
}
