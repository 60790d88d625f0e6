import { expect, it } from "vitest";
import { readPolicy } from "./policy";
import { rightsFor } from "./rights";

const names = { table: "drive", bucket: "files" };

it.each([
  [
    "a deed of each kind in a transaction",
    "dynamodb",
    "TransactWriteItems",
    { TransactItems: [{ Put: { TableName: "drive" } }, { ConditionCheck: { TableName: "drive" } }] },
    ["dynamodb:PutItem on table", "dynamodb:ConditionCheckItem on table"],
  ],
  ["an index", "dynamodb", "Query", { TableName: "drive", IndexName: "GSI1" }, ["dynamodb:Query on index"]],
  ["many rows", "dynamodb", "BatchGetItem", { RequestItems: { drive: {} } }, ["dynamodb:BatchGetItem on table"]],
  ["the digest of an object", "s3", "HeadObject", { Bucket: "files" }, ["s3:GetObject on object"]],
  ["a part", "s3", "UploadPart", { Bucket: "files" }, ["s3:PutObject on object"]],
  [
    "a version for good",
    "s3",
    "DeleteObject",
    { Bucket: "files", VersionId: "1" },
    ["s3:DeleteObjectVersion on object"],
  ],
  ["the bucket", "s3", "HeadBucket", { Bucket: "files" }, ["s3:ListBucket on bucket"]],
] as const)("knows the right for %s", (_, service, command, input, rights) => {
  expect(rightsFor(service, command, input, names)).toEqual(rights);
});

it.each([
  ["s3", "GetObject", { Bucket: "somebody-else" }, "s3:GetObject on another's"],
  ["dynamodb", "GetItem", { TableName: "other" }, "dynamodb:GetItem on another's"],
  [
    "dynamodb",
    "TransactWriteItems",
    { TransactItems: [{ Put: { TableName: "other" } }] },
    "dynamodb:PutItem on another's",
  ],
] as const)("gives none for another's data: %s %s", (service, command, input, right) => {
  expect(rightsFor(service, command, input, names)).toEqual([right]);
  expect(readPolicy()).not.toContain(right);
});

it("reads the policy that was synthesized: no scan, no version for good, nothing on the table itself", () => {
  const policy = readPolicy();
  expect(policy).toContain("dynamodb:Query on index");
  for (const right of [
    "dynamodb:Scan on table",
    "s3:DeleteObjectVersion on object",
    "dynamodb:DeleteTable on table",
  ] as const)
    expect(policy).not.toContain(right);
});
