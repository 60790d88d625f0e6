import { QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { startEnginesForCopies } from "@/e2e/support/copies";
import { aFileOf, aPerson } from "@/e2e/support/http-client";
import { dynamo, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";

const start = await startEnginesForCopies();

async function dueObjects(): Promise<string[]> {
  const command = new QueryCommand({
    TableName: table(),
    IndexName: "GSI1",
    KeyConditionExpression: "GSI1PK = :reap",
    ExpressionAttributeValues: { ":reap": "REAP" },
  });
  const { Items } = await dynamo().send(command);
  return (Items ?? []).map(({ objectKey }) => String(objectKey));
}

it("deletes the bytes of what was purged once their hour is over, with no right but the role's (SECURITY 27)", async () => {
  const copy = await start();
  const ada = await aPerson(copy.url);
  const file = await aFileOf(ada, "gone for good.txt", "content");
  const { headers } = await ada.call("GET", `/api/files/${file.id}/content`);
  const content = headers.get("location") ?? "";
  expect((await fetch(content)).status).toBe(200);
  await ada.call("DELETE", `/api/files/${file.id}`);
  expect((await ada.call("DELETE", `/api/trash/${file.id}`)).status).toBe(204);
  await expect.poll(dueObjects, { timeout: 30_000 }).toHaveLength(1);
  const [objectKey = ""] = await dueObjects();
  const earlier = new UpdateCommand({
    TableName: table(),
    Key: keys.object(objectKey),
    UpdateExpression: "SET GSI1SK = :earlier",
    ExpressionAttributeValues: { ":earlier": `${new Date(0).toISOString()}#${objectKey}` },
  });
  await dynamo().send(earlier);
  await expect.poll(dueObjects, { timeout: 120_000, interval: 500 }).toEqual([]);
  expect((await fetch(content)).status).toBe(404);
});
