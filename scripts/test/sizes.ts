const MOST = 250;
const NINE_IN_TEN = 150;
const MEDIAN = 60;

/** What is too large, in one sentence each. */
export function judgeSizes(files: { file: string; lines: number }[]): string[] {
  const sizes = files.map(({ lines }) => lines).sort((a, b) => a - b);
  const at = (share: number): number => sizes[Math.floor((sizes.length - 1) * share)] ?? 0;
  const complaints = files
    .filter(({ lines }) => lines > MOST)
    .map(({ file, lines }) => `${file} has ${lines} lines; no file has more than ${MOST}. Split it.`);
  if (at(0.9) >= NINE_IN_TEN)
    complaints.push(`One file in ten has ${at(0.9)} lines or more; the bound is ${NINE_IN_TEN}.`);
  if (at(0.5) >= MEDIAN) complaints.push(`The median file has ${at(0.5)} lines; it stays under ${MEDIAN}.`);
  return complaints;
}
