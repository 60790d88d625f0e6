import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { aStoredFile } from "@/e2e/support/files";
import { fsck, useOwnTable } from "@/e2e/support/own-table";
import { dynamo, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";

beforeAll(useOwnTable);

it("ends well over a sound table, and with 1 and the fault over another", async () => {
  const ada = await aUser();
  await aStoredFile(ada, "plan.txt", new Uint8Array(10));
  expect(await fsck()).toMatch(/^\d+ items, 0 faults\n$/);
  await dynamo().send(
    new UpdateCommand({
      TableName: table(),
      Key: keys.usage(ada.id),
      UpdateExpression: "ADD usedBytes :one",
      ExpressionAttributeValues: { ":one": 1 },
    }),
  );
  expect(await fsck()).toMatch(
    new RegExp(`^account ${ada.id}: usedBytes is 11, the items say 10\\n\\d+ items, 1 faults\\nexit 1$`),
  );
});
