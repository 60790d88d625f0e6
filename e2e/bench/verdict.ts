/** The middle one of some numbers. */
export const median = (numbers: number[]): number => percentile(numbers, 0.5);

/** What that part of the numbers (0 to 1) stays below. */
export const percentile = (numbers: number[], part: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? 0;

/** Prints what was measured, and whether it is within what DESIGN 7 asks for. Where it is not, the process ends with 1. */
export function judge(isGood: boolean, line: string): void {
  if (!isGood) process.exitCode = 1;
  console.log(`${isGood ? "ok  " : "OVER"} ${line}`);
}
