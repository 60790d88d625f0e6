import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { judgeSizes } from "./test/sizes";

/** Part of `npm run lint`: files stay small enough to be read in one go. */
const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts", "*.tsx", "*.mts", "*.mjs"], {
  encoding: "utf8",
});
const sizes = [...new Set(listed.split("\n").filter(Boolean))].flatMap((file) => {
  try {
    return [{ file, lines: readFileSync(file, "utf8").split("\n").length - 1 }];
  } catch {
    // Deleted, but still in the index.
    return [];
  }
});
const complaints = judgeSizes(sizes);
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
