import { expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { startFaultyEngines } from "@/e2e/support/faulty-engines";
import { anArrivedUpload } from "@/e2e/support/files";
import { usageOf } from "@/e2e/support/usage";
import { listFolder } from "@/lib/entries/entries";
import { completeUpload } from "./complete";

const { database, store, seen } = await startFaultyEngines();

const root = { parent: "root", sort: "name", order: "asc", limit: 100 } as const;
const bytes = new Uint8Array(17 * 1024 ** 2);
const STEPS = ["GET parts", "POST parts", "HEAD object", "TransactWriteItems"];

it("asks for the parts, completes, asks for the size, and only then lets the file appear (SECURITY 27)", async () => {
  const ada = await aUser();
  const upload = await anArrivedUpload(ada, "big.bin", bytes);
  seen.length = 0;
  await completeUpload(ada, upload.id, {});
  expect(seen.filter((operation) => STEPS.includes(operation))).toEqual(STEPS);
});

it.each(STEPS.flatMap((step) => [[step, "reset before"] as const, [step, "reset after"] as const]))(
  "is wholly there or wholly not when all ends at %s by a %s its effect, and goes on (SECURITY 26, 27)",
  async (step, kind) => {
    const ada = await aUser();
    const upload = await anArrivedUpload(ada, "big.bin", bytes);
    const engine = step === "TransactWriteItems" ? database : store;
    engine.fail(step, { kind });
    const told = await completeUpload(ada, upload.id, {}).catch(() => null);
    const shown = (await listFolder(ada, root)).items;
    expect(shown).toEqual(told ? [told] : []);
    engine.heal();
    const entry = await completeUpload(ada, upload.id, {});
    expect((await listFolder(ada, root)).items).toEqual([entry]);
    expect(await completeUpload(ada, upload.id, {})).toEqual(entry);
    expect(await usageOf(ada.id)).toMatchObject({ usedBytes: bytes.length, reservedBytes: 0, files: 1 });
  },
);
