import { startDrive } from "@/e2e/support/drive";
import { aFileOf, aPerson } from "@/e2e/support/http-client";
import { seedEntries } from "@/e2e/support/seed";
import { ensureBuilt } from "@/scripts/start/build";
import { startCapacityProxy, type Units } from "./capacity-proxy";
import { judge } from "./verdict";

/** What a list, a download and an upload cost in DynamoDB's units, as the database itself counts them. */
const MOST_READ = { list: 14, download: 4 };
const MOST_WRITTEN = 30;

await ensureBuilt(".data");
// The engines' address is known when they run, and the app calls them only after that.
const proxy = await startCapacityProxy(() => process.env.DYNAMODB_ENDPOINT ?? "");
const drive = await startDrive({ DYNAMODB_ENDPOINT: proxy.url });
try {
  const person = await aPerson(drive.url);
  const seeds = Array.from({ length: 100 }, (_, index) => ({ kind: "file", name: `file ${index}.txt` }) as const);
  await seedEntries(person.id, seeds);
  const { id } = await aFileOf(person, "first.txt", "first");
  const costOf = async (work: () => Promise<unknown>): Promise<Units> => {
    proxy.take();
    await work();
    return proxy.take();
  };
  const shown = ({ read, write }: Units) => `${read} read, ${write} written`;
  const list = await costOf(() => person.call("GET", "/api/files?limit=100"));
  judge(list.read <= MOST_READ.list, `a list of 100: ${shown(list)}; at most ${MOST_READ.list} read`);
  const download = await costOf(() => person.call("GET", `/api/files/${id}/content`));
  judge(download.read <= MOST_READ.download, `a download: ${shown(download)}; at most ${MOST_READ.download} read`);
  const upload = await costOf(() => aFileOf(person, "second.txt", "second"));
  judge(upload.write <= MOST_WRITTEN, `an upload of a small file: ${shown(upload)}; at most ${MOST_WRITTEN} written`);
} finally {
  await drive.stop();
  proxy.stop();
}
