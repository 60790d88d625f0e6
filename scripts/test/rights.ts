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

/** The rights that AWS asks for when the SDK sends this command, where these are the names of the drive's table and bucket. */
export function rightsFor(service: "dynamodb" | "s3", command: string, given: unknown, names: Names): Right[] {
  const input = given as Input;
  if (service === "s3") return [onStore(command, input, names)];
  const onTable = (action: string, table?: string): Right => {
    const kind = table !== names.table ? "another's" : input.IndexName ? "index" : "table";
    return `dynamodb:${action} on ${kind}`;
  };
  if (input.TransactItems) {
    const deeds = input.TransactItems.flatMap((item) => Object.entries(item));
    return deeds.map(([deed, { TableName }]) => onTable(IN_TRANSACTION[deed] ?? deed, TableName));
  }
  const tables = input.RequestItems ? Object.keys(input.RequestItems) : [input.TableName];
  return tables.map((table) => onTable(command, table));
}

function onStore(command: string, { Bucket, VersionId }: Input, { bucket }: Names): Right {
  const onBucket = BUCKET_COMMANDS[command];
  const version = VersionId && ["GetObject", "DeleteObject"].includes(command) ? "Version" : "";
  const action = onBucket ?? `${OBJECT_ACTIONS[command] ?? command}${version}`;
  return `s3:${action} on ${Bucket !== bucket ? "another's" : onBucket ? "bucket" : "object"}`;
}
