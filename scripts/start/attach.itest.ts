import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { threePorts } from "@/e2e/support/ports";
import { tableDefinition } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";
import { planEmbedded } from "./embedded";

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "smart-drive-"));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

// As in a shell of its own, where no engine is configured.
const { PATH, HOME } = process.env;
const runExport = (folder: string) =>
  promisify(execFile)("npm", ["run", "--silent", "export", "--", "--to", join(folder, "exported")], {
    env: { PATH, HOME, DATA_DIR: folder, NODE_ENV: "test" },
  });

it("says where it looked when there is no drive", async () => {
  const nowhere = join(dataDir, "nowhere");
  await expect(runExport(nowhere)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`There is no drive in ${nowhere}.`),
  });
});

it("joins the engines of a drive that runs, and starts those of one that is stopped", async () => {
  const { env, start } = await planEmbedded({ dataDir, host: "127.0.0.1", port: await threePorts() });
  const lane = await start();
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ region: "us-east-1", endpoint: env.DYNAMODB_ENDPOINT, credentials });
  await client.send(new CreateTableCommand(tableDefinition("smart-drive")));
  const Item = marshall({ ...keys.user("ada"), id: "ada", email: "ada@example.com" });
  await client.send(new PutItemCommand({ TableName: "smart-drive", Item }));
  const launcher = spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)", "start.mjs"]);
  await writeFile(join(dataDir, "launcher.pid"), String(launcher.pid));
  const said = { stdout: expect.stringContaining("of 1 accounts are in") };

  await expect(runExport(dataDir)).resolves.toMatchObject(said);
  launcher.kill("SIGKILL");
  await lane.stop();
  await expect(runExport(dataDir)).resolves.toMatchObject(said);
});
