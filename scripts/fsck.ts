import { findFaults } from "./fsck/faults";
import { readTable } from "./table/scan";

/** Recomputes what the table says twice and prints each difference; exits with 1 when there is one (DESIGN 3, Quota). */
async function fsck(): Promise<void> {
  const items = await readTable();
  const faults = findFaults(items);
  for (const fault of faults) console.log(fault);
  console.log(`${items.length} items, ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

await fsck();
