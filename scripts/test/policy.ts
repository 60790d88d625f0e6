import { readFileSync } from "node:fs";
import { z } from "zod";

/** One right: an action by IAM's name on the table, its indexes, the bucket or its objects; or on what is not the drive's. */
export type Right = `${string} on ${"table" | "index" | "bucket" | "object" | "another's"}`;

const Arn = z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) });
const Below = z.object({ "Fn::Join": z.tuple([z.literal(""), z.tuple([Arn, z.enum(["/index/*", "/*"])])]) });
const Statement = z.strictObject({
  Effect: z.literal("Allow"),
  Action: z.union([z.string().transform((action) => [action]), z.array(z.string())]),
  Resource: z.union([Arn, Below]),
});
const Policy = z.object({ Properties: z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) }) });
const Template = z.object({ Resources: z.record(z.string(), z.unknown()) });

/** What the role of the instances allows the app, as it was synthesized last; `npm run test:infra` holds the file against the code. */
export function readPolicy(file = "infra/template.snapshot.json"): Set<Right> {
  const { Resources } = Template.parse(JSON.parse(readFileSync(file, "utf8")));
  const [, policy] = Object.entries(Resources).find(([name]) => name.startsWith("AppRights")) ?? [];
  const { Statement: statements } = Policy.parse(policy).Properties.PolicyDocument;
  return new Set(
    statements.flatMap(({ Action, Resource }) => Action.map((action): Right => `${action} on ${kindOf(Resource)}`)),
  );
}

function kindOf(resource: z.infer<typeof Statement>["Resource"]) {
  if ("Fn::GetAtt" in resource) return resource["Fn::GetAtt"][0].startsWith("Table") ? "table" : "bucket";
  return resource["Fn::Join"][1][1] === "/*" ? "object" : "index";
}
