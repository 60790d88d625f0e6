import { afterEach, expect, it, vi } from "vitest";
import { placeIn } from "@/scripts/destroy/place";
import { replicaRegionOf } from "@/scripts/destroy/replica-region";
import { cloudFormation } from "./aws/stacks";
import { type Release, removeRelease } from "./destroy/leftovers";
import { type FakeAws, type Handlers, startFakeAws } from "./test-support/fake-aws";
import { awsShell, someCredentials } from "./test-support/shell";

let aws: FakeAws;
afterEach(() => aws.stop());

async function onAws(handlers: Handlers): Promise<void> {
  aws = await startFakeAws(handlers);
  const shell = { ...awsShell(aws.url), ...someCredentials, S3_FORCE_PATH_STYLE: "true" };
  for (const [name, value] of Object.entries(shell)) vi.stubEnv(name, value);
}

const stack = () => ({
  ...{
    client: cloudFormation("us-east-1"),
    region: "us-east-1",
    id: "mine",
    name: "smart-drive",
    status: "",
    outputs: {},
  },
  ...{ isThere: false, isProtected: false, resources: [] },
});

it("leaves the release alone while another Smart Drive may start its copies from it", async () => {
  const other = {
    StackId: "other",
    StackName: "drive-of-bob",
    StackStatus: "CREATE_COMPLETE",
    Description: "Smart Drive",
  };
  await onAws({ describeStacks: () => ({ Stacks: [other] }) });
  const release: Release = { bucket: "assets", key: "release.gz" };
  const drive = { stack: stack(), bucket: null, table: null, replica: null, secrets: [], logGroups: [] };
  expect(await removeRelease(drive, release)).toBe(
    "The release assets/release.gz stays: the stack drive-of-bob may start from it.",
  );
  expect(aws.calls.map(({ service }) => service)).toEqual(["cloudformation"]);
});

it("finds the replica by the bucket's own word, whatever is in the environment", async () => {
  const Bucket = "arn:aws:s3:::smart-drive-replica-1-eu-west-1";
  const Rule = { ID: "replica", Priority: 1, Status: "Enabled", Destination: { Bucket } };
  const ReplicationConfiguration = { Role: "arn:aws:iam::1:role/r", Rule };
  await onAws({ "GET /files/?replication=": () => ({ ReplicationConfiguration }) });
  expect(await replicaRegionOf(placeIn("us-east-1", "files"), "smart-drive-replica-1-")).toBe("eu-west-1");
  expect(await replicaRegionOf(placeIn("us-east-1", "others"), "smart-drive-replica-1-")).toBeNull();
});
