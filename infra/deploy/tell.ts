import { z } from "zod";
import { buildApp } from "../app";
import { estimate, total } from "../cost/estimate";
import type { Stated } from "../cost/figures";
import { assume, describeCost, describeUse } from "../cost/stated";
import type { Settings } from "../settings";

const NO_USE = { users: 0, storageGb: 0, downloadsGb: 0, uploadsGb: 0 };
const HOW = "State your own use: npm run deploy -- --users 10 --storage 100 --downloads 100 --uploads 20";

const Template = z.object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) });

/** What a deployment would make, and what that costs a month by the stated use, line by line. */
export function describePlan(settings: Settings, stated: Stated): string[] {
  const unused = total(estimate(NO_USE, settings)).toFixed(2);
  return [
    `In ${settings.AWS_REGION}, as the stack ${settings.STACK_NAME}:`,
    ...[...inventory(settings)].toSorted().map(([kind, count]) => `${String(count).padStart(4)}  ${kind}`),
    describeUse(stated),
    ...describeCost(assume(stated), settings),
    `Before anybody uses it, it costs ${unused} US dollars a month.`,
    ...(Object.values(stated).some((given) => given !== undefined) ? [] : [HOW]),
  ];
}

/** How many of each kind of resource the stacks have. */
function inventory(settings: Settings): Map<string, number> {
  const kinds = new Map<string, number>();
  for (const { template } of buildApp(settings).app.synth().stacks) {
    for (const { Type } of Object.values(Template.parse(template).Resources))
      kinds.set(Type, (kinds.get(Type) ?? 0) + 1);
  }
  return kinds;
}
