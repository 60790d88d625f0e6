import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { aStoredFile } from "@/e2e/support/files";
import type { Use } from "@/scripts/cost/read-use";
import { figuresOf } from "./cost/figures";
import { usageOfDrive } from "./cost/from-use";
import { countDownloads } from "./cost/metrics";
import { findDrive } from "./destroy/drive";
import { refusal } from "./test-support/fake-aws";
import { BUCKET, startDriveOnAws, TABLE } from "./test-support/fake-drive";

let drive: Awaited<ReturnType<typeof startDriveOnAws>>;
beforeAll(async () => {
  drive = await startDriveOnAws();
  await findDrive(drive.settings, "111122223333");
  const [ada] = [await aUser(), await aUser()];
  await aStoredFile(ada, "plan.txt", new Uint8Array(2_000_000));
  await aStoredFile(ada, "plan.txt", new Uint8Array(1_000_000), { onConflict: "version" });
});
afterAll(() => drive.stop());

const now = new Date("2026-11-28T12:00:00Z");
const twoDays = { Datapoints: [{ Sum: 3e9 }, { Sum: 4e9 }], Label: "BytesDownloaded" };
const howOf = (figures: { what: string; how: string }[], name: string) =>
  figures.find(({ what }) => what === name)?.how;

const use: Use = {
  ...{ users: 3, contents: 10, storedBytes: 5e9, uploadedBytes: 1e9, rows: 90, rowBytes: 40_000 },
  ...{ linkDownloads: 4, linkBytes: 2e9, folderDownloads: 1 },
};

it("says of each figure whether it was measured, in part or whole, or stated; what is stated counts", () => {
  const inPart = figuresOf(use, {}, null);
  expect(inPart.usage).toEqual({ users: 3, storageGb: 5, uploadsGb: 1, downloadsGb: 2 });
  expect(howOf(inPart.figures, "downloads")).toMatch(/^measured in part: 4 downloads by links .* 1 of them of folders/);
  const stated = figuresOf(use, { downloads: 70, users: 9 }, { bytes: 8e9, by: "CloudFront's E1" });
  expect(stated.usage).toEqual({ users: 9, storageGb: 5, uploadsGb: 1, downloadsGb: 70 });
  expect([howOf(stated.figures, "downloads"), howOf(stated.figures, "users")]).toEqual(["stated", "stated"]);
  const counted = figuresOf(use, {}, { bytes: 8e9, by: "CloudFront's E1" });
  expect(counted.usage.downloadsGb).toBe(8);
  expect(howOf(counted.figures, "downloads")).toBe("measured by CloudFront's E1 in 30 days");
});

it("sums what CloudFront counted in 30 days, where it keeps that", async () => {
  drive.handlers.getMetricStatistics = () => twoDays;
  const sources = { region: "eu-west-1", bucket: BUCKET, distribution: "E999", days: 30 };
  expect(await countDownloads(sources, now)).toEqual({ bytes: 7e9, by: "CloudFront's E999" });
  expect(drive.aws.calls.at(-1)).toMatchObject({
    ...{ service: "monitoring", region: "us-east-1" },
    input: {
      ...{ Namespace: "AWS/CloudFront", MetricName: "BytesDownloaded", Period: 86_400, Statistics: ["Sum"] },
      Dimensions: [
        { Name: "DistributionId", Value: "E999" },
        { Name: "Region", Value: "Global" },
      ],
      StartTime: new Date("2026-10-29T12:00:00Z").getTime() / 1000,
    },
  });
});

it("takes the bucket's request metrics where somebody turned them on, and else knows that nobody counted", async () => {
  const sources = { region: "us-east-1", bucket: BUCKET, distribution: undefined, days: 30 };
  const Dimensions = [
    { Name: "BucketName", Value: BUCKET },
    { Name: "FilterId", Value: "EntireBucket" },
  ];
  drive.handlers.getMetricStatistics = () => twoDays;
  drive.handlers.listMetrics = () => ({ Metrics: [{ Dimensions }] });
  expect(await countDownloads(sources, now)).toEqual({ bytes: 7e9, by: `the request metrics of ${BUCKET}` });
  expect(drive.aws.calls.at(-1)?.input).toMatchObject({ Namespace: "AWS/S3", Dimensions });
  drive.handlers.listMetrics = () => ({ Metrics: [] });
  expect(await countDownloads(sources, now)).toBeNull();
});

it("measures the drive of the stack, whose table and bucket nobody named", async () => {
  delete process.env.DYNAMODB_TABLE;
  drive.handlers.getMetricStatistics = () => twoDays;
  const { usage, source } = await usageOfDrive(drive.settings, {});
  expect(usage).toEqual({ users: 2, storageGb: 0.003, uploadsGb: 0.003, downloadsGb: 7 });
  expect(source).toBe(`the table ${TABLE} at us-east-1`);
  expect(process.env.DYNAMODB_TABLE).toBe(TABLE);
});

it("does without the counts that these credentials may not see", async () => {
  drive.handlers.getMetricStatistics = () => refusal("AccessDeniedException");
  const { figures } = await usageOfDrive(drive.settings, {});
  expect(howOf(figures, "downloads")).toMatch(/^measured in part/);
});

it("tells all of it at the command line, of a drive that the app's variables name", async () => {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, ...drive.engines, DYNAMODB_TABLE: TABLE, S3_BUCKET: BUCKET, NODE_ENV: "test" as const };
  const words = ["--no-install", "tsx", "--conditions=react-server", "cost.ts", "--from-use", "--downloads", "1000"];
  const child = spawn("npx", words, { env, stdio: ["ignore", "pipe", "inherit"] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "close")]);
  expect(code).toBe(0);
  expect(said).toMatch(new RegExp(`^By the table ${TABLE} at http://127.0.0.1:\\d+, \\d{4}-\\d\\d-\\d\\d:$`, "m"));
  expect(said).toMatch(/^ {2}users {6}2 +measured: accounts in the table$/m);
  expect(said).toMatch(/^ {2}storage {4}0.0030 GB +measured: 2 contents, old versions and trash too$/m);
  expect(said).toMatch(/^ {2}downloads {2}1000.00 GB +stated$/m);
  expect(said).toMatch(/^ {4}81\.00 {2}out of S3 +\(1000 − 100 free\) GB × 0.09$/m);
  expect(said).toMatch(/US dollars a month; docs\/cost.md says what is not in it$/m);
});
