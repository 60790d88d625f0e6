import { z } from "zod";
import { estimate, type Line, total, type Usage } from "./estimate";
import type { Stated } from "./figures";

const text = { type: "string" } as const;

/** The words by which a command takes the use to reckon with: people, and GB a month. */
export const USE_OPTIONS = { users: text, storage: text, downloads: text, uploads: text } as const;

const amount = z.coerce.number().min(0).optional();
const Words = z.object({ users: amount, storage: amount, downloads: amount, uploads: amount });

/** Reads what was stated. @throws Error that names each word that is not an amount. */
export function readStated(values: Record<string, unknown>): Stated {
  const parsed = Words.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path }) => `--${path.join(".")}: a number, 0 or more`).join("\n"));
}

/** The use to reckon with where nobody measures: what was stated, and of the rest what a small drive has. */
export function assume({ users = 10, storage = 100, downloads = 100, uploads = storage / 5 }: Stated): Usage {
  return { users, storageGb: storage, downloadsGb: downloads, uploadsGb: uploads };
}

/** Says of each figure whether it was stated or assumed. */
export function describeUse(stated: Stated): string {
  const { users, storageGb, downloadsGb, uploadsGb } = assume(stated);
  const words: [keyof Stated, string][] = [
    ["users", `${users} users`],
    ["storage", `${storageGb} GB stored`],
    ["downloads", `${downloadsGb} GB of downloads`],
    ["uploads", `${uploadsGb} GB of uploads`],
  ];
  const figures = words.map(([name, said]) => `${said} (${stated[name] === undefined ? "assumed" : "stated"})`);
  return `For ${figures.join(", ")}:`;
}

/** An estimate for people: its lines, and their sum. */
export function describeCost(...reckoned: Parameters<typeof estimate>): string[] {
  const lines: Line[] = estimate(...reckoned);
  return [
    ...lines.map(({ what, how, usd }) => `${inColumn(usd)}  ${what.padEnd(20)} ${how}`),
    `${inColumn(total(lines))}  US dollars a month; docs/cost.md says what is not in it`,
  ];
}

const inColumn = (usd: number): string => usd.toFixed(2).padStart(9);
