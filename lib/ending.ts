import { processWide } from "@/lib/process-wide";

type Work = () => Promise<void>;

const works = (): Set<Work> => processWide("ending", () => new Set<Work>());

/** What is to be done before this process ends, beside letting requests finish. */
export const atEnd = (work: Work): void => void works().add(work);

/** Does all that was asked for by `atEnd`; one that fails keeps no other from its turn. */
export async function doEndings(): Promise<void> {
  await Promise.allSettled([...works()].map((work) => work()));
}
