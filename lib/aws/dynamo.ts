import { type CreateTableCommandInput, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { measured, measuring } from "@/lib/aws/measure";
import { observed, observing } from "@/lib/aws/observe";
import { outermost, patience, patientSettings, withinTotal } from "@/lib/aws/patience";
import { traced, tracing } from "@/lib/aws/trace";
import { env } from "@/lib/env";

let cached: DynamoDBDocumentClient | undefined;

/** The document client. */
export function dynamo(): DynamoDBDocumentClient {
  cached ??= DynamoDBDocumentClient.from(dynamoClient(), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return cached;
}

/** The plain client, for what concerns the table rather than its items. It is as patient as SECURITY 35 says. */
export function dynamoClient(wait = patience): DynamoDBClient {
  const { AWS_REGION, DYNAMODB_ENDPOINT } = env();
  const local = DYNAMODB_ENDPOINT ? { credentials: { accessKeyId: "local", secretAccessKey: "local" } } : {};
  const client = new DynamoDBClient({
    region: AWS_REGION,
    endpoint: DYNAMODB_ENDPOINT,
    ...patientSettings(wait),
    ...local,
  });
  client.middlewareStack.add(traced("DynamoDB"), tracing);
  client.middlewareStack.add(withinTotal(wait), outermost);
  client.middlewareStack.add(measured("dynamodb"), measuring);
  client.middlewareStack.add(observed("dynamodb"), observing);
  return client;
}

/** The table's name. */
export const table = (): string => env().DYNAMODB_TABLE;

/** The three indexes; what each serves is said where the keys are built. */
export const indexes = { gsi1: "GSI1", gsi2: "GSI2", gsi3: "GSI3" } as const;

/** The table as `npm run provision` creates it: on demand, three overloaded indexes, no local ones (DESIGN 3). */
export function tableDefinition(TableName = table()): CreateTableCommandInput {
  const names = Object.values(indexes);
  return {
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: ["pk", "sk", ...names.flatMap((name) => [`${name}PK`, `${name}SK`])].map((AttributeName) => ({
      AttributeName,
      AttributeType: "S",
    })),
    KeySchema: keySchema("pk", "sk"),
    GlobalSecondaryIndexes: names.map((IndexName) => ({
      IndexName,
      KeySchema: keySchema(`${IndexName}PK`, `${IndexName}SK`),
      Projection: { ProjectionType: "ALL" },
    })),
  };
}

const keySchema = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: "HASH" as const },
  { AttributeName: range, KeyType: "RANGE" as const },
];
