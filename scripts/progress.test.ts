import { expect, it } from "vitest";
import { inWords, showProgress } from "./progress";

it("says how much of how much, how fast and how long yet", () => {
  const done = { count: 120, bytes: 1_200_000_000 };
  expect(inWords(done, { count: 340, bytes: 5_000_000_000 }, 60_000)).toBe(
    "120 of 340, 1.2 GB of 5 GB, 20 MB/s, about 3 min left",
  );
  expect(inWords({ count: 7, bytes: 0 }, undefined, 0)).toBe("7");
});

it("changes one line on a terminal, and writes a new one now and then into a file", () => {
  const written = { terminal: [] as string[], file: [] as string[] };
  let time = 0;
  const now = () => time;
  const onTerminal = { write: (text: string) => written.terminal.push(text) > 0, isTTY: true };
  const inFile = { write: (text: string) => written.file.push(text) > 0, isTTY: false };
  const shown = [onTerminal, inFile].map((out) => showProgress("Files", { out, now }));
  for (time = 0; time <= 12_000; time += 1000) for (const each of shown) each.add({ count: 1 });
  for (const each of shown) each.end();
  expect(written.terminal).toHaveLength(13);
  expect(written.terminal.at(-1)).toBe("\r\u001b[2KFiles: 13\n");
  expect(written.file).toEqual(["Files: 11\n", "Files: 13\n"]);
});
