import type { Right } from "./policy";

type Names = { table: string; bucket: string };
type Input = {
  TableName?: string;
  IndexName?: string;
  RequestItems?: Record<string, unknown>;
  TransactItems?: Record<string, { TableName?: string }>[];
  Bucket?: string;
  VersionId?: string;
};

// IAM has no names of their own for these (Service Authorization Reference, Amazon S3).
const OBJECT_ACTIONS: Record<string, string> = {
  HeadObject: "GetObject",
  CreateMultipartUpload: "PutObject",
  UploadPart: "PutObject",
  CompleteMultipartUpload: "PutObject",
  ListParts: "ListMultipartUploadParts",
};
const BUCKET_COMMANDS: Record<string, string> = { HeadBucket: "ListBucket", ListObjectsV2: "ListBucket" };
const IN_TRANSACTION: Record<string, string> = {
  ConditionCheck: "ConditionCheckItem",
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  Get: "GetItem",
};

/**
 * The rights that AWS asks for when the SDK sends this command.
 * @throws Error for a table or a bucket that is not the drive's: no policy of ours is on it.
 */
export function rightsFor(service: "dynamodb" | "s3", command: string, given: unknown, names: Names): Right[] {
  const input = given as Input;
  if (service === "s3") {
    requireOurs(input.Bucket, names.bucket);
    const onBucket = BUCKET_COMMANDS[command];
    if (onBucket) return [`s3:${onBucket} on bucket`];
    const version = input.VersionId && ["GetObject", "DeleteObject"].includes(command) ? "Version" : "";
    return [`s3:${OBJECT_ACTIONS[command] ?? command}${version} on object`];
  }
  if (input.TransactItems) return input.TransactItems.flatMap((item) => inTransaction(item, names));
  const tables = input.RequestItems ? Object.keys(input.RequestItems) : [input.TableName];
  for (const table of tables) requireOurs(table, names.table);
  return [`dynamodb:${command} on ${input.IndexName ? "index" : "table"}`];
}

const inTransaction = (item: Record<string, { TableName?: string }>, names: Names): Right[] =>
  Object.entries(item).map(([deed, { TableName }]): Right => {
    requireOurs(TableName, names.table);
    return `dynamodb:${IN_TRANSACTION[deed] ?? deed} on table`;
  });

function requireOurs(name: string | undefined, ours: string): void {
  if (name !== ours) throw new Error(`AWS would refuse this: ${name} is not ${ours}`);
}
