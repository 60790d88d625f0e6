import { changePlans, type Plan } from "@/lib/uploads/client-plans";

/** An upload of the queue: what is remembered of it, and its file while that is at hand. */
export type Job = {
  plan: Plan;
  file: File | null;
  /** It brings no file but an empty folder; such a one ends with the page. */
  isFolder?: boolean;
  stop?: AbortController;
  isKept: boolean;
  isGivenUp?: boolean;
};

/** The uploads that have not ended, by their ids. */
export const jobs = new Map<string, Job>();

/** Remembers something more of an upload. */
export function keep(job: Job, by: Partial<Plan>): Promise<unknown> {
  return keepAll([[job, by]]);
}

/** Remembers something more of many uploads in one go. */
export function keepAll(changes: [Job, Partial<Plan>][]): Promise<unknown> {
  for (const [job, by] of changes) job.plan = { ...job.plan, ...by };
  const kept = changes.filter(([{ isKept }]) => isKept);
  return changePlans(new Map(kept.map(([{ plan }, by]) => [plan.id, by])));
}
