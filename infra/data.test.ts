import { Match, type Template } from "aws-cdk-lib/assertions";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { beforeAll, expect, it } from "vitest";
import { corsRules, lifecycleRules } from "../scripts/provision/rules";
import { buildApp } from "./app";
import { readSettings } from "./settings";
import { releaseForTests, synthesize } from "./synthesize";

let template: Template;
beforeAll(() => {
  ({ template } = synthesize());
});

const bucket = () => Object.values(template.findResources("AWS::S3::Bucket"))[0]?.Properties;

it("keeps the bucket private, encrypted, owned by the account, with versions", () => {
  expect(bucket()).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
    },
    VersioningConfiguration: { Status: "Enabled" },
  });
  template.hasResource("AWS::S3::Bucket", { DeletionPolicy: "Retain" });
});

it("refuses what does not come by TLS", () => {
  template.hasResourceProperties("AWS::S3::BucketPolicy", {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: "Deny", Action: "s3:*", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
      ]),
    },
  });
});

it("has the rules that provisioning gives a bucket, and moves cold content to where it costs less", () => {
  const { LifecycleConfiguration, CorsConfiguration } = bucket();
  const rules = LifecycleConfiguration.Rules as Record<string, unknown>[];
  for (const { ID, Filter, Status, ...rule } of lifecycleRules()) {
    const { NoncurrentVersionExpiration: old, ...rest } = rule;
    expect(rules.find(({ Id }) => Id === ID)).toMatchObject({
      ...{ ...rest, Status },
      ...(old && { NoncurrentVersionExpiration: { NoncurrentDays: old.NoncurrentDays } }),
    });
  }
  expect(rules.find(({ Id }) => Id === "cold-content")).toMatchObject({
    Transitions: [{ StorageClass: "INTELLIGENT_TIERING", TransitionInDays: 30 }],
  });
  const [cors] = corsRules([]);
  expect(CorsConfiguration.CorsRules).toEqual([
    {
      AllowedOrigins: [
        { "Fn::Join": ["", ["https://", { "Fn::GetAtt": [expect.stringMatching(/^Front/), "DomainName"] }]] },
      ],
      AllowedMethods: cors?.AllowedMethods,
      AllowedHeaders: cors?.AllowedHeaders,
      ExposedHeaders: cors?.ExposeHeaders,
      MaxAge: cors?.MaxAgeSeconds,
    },
  ]);
});

it("has the table that the app is written for: on demand, with backups of every moment, hard to delete, rows that expire", async () => {
  const { tableDefinition } = await import("../lib/aws/dynamo");
  const wanted = tableDefinition();
  const table = Object.values(template.findResources("AWS::DynamoDB::GlobalTable"))[0];
  const byName = (list: Record<string, unknown>[] = []) =>
    list.toSorted((a, b) =>
      String(a.AttributeName ?? a.IndexName).localeCompare(String(b.AttributeName ?? b.IndexName)),
    );
  expect(table?.Properties).toMatchObject({ BillingMode: wanted.BillingMode, KeySchema: wanted.KeySchema });
  expect(byName(table?.Properties.AttributeDefinitions)).toEqual(byName(wanted.AttributeDefinitions as never));
  expect(byName(table?.Properties.GlobalSecondaryIndexes)).toEqual(byName(wanted.GlobalSecondaryIndexes as never));
  expect(table?.Properties.TimeToLiveSpecification).toEqual({ AttributeName: "expires", Enabled: true });
  expect(table?.Properties.Replicas).toMatchObject([
    {
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
  ]);
  expect(table?.DeletionPolicy).toBe("Retain");
});

it("encrypts by KMS where that was chosen, and tells the app so", () => {
  const { template: chosen } = synthesize({ ENCRYPTION: "kms" });
  const [it] = Object.values(chosen.findResources("AWS::S3::Bucket"));
  expect(JSON.stringify(it?.Properties.BucketEncryption)).toContain('"SSEAlgorithm":"aws:kms"');
  expect(JSON.stringify(chosen.findResources("AWS::EC2::LaunchTemplate"))).toContain("S3_SSE=aws:kms");
});

it("is not synthesized with a part that follows no rule and gives no reason", () => {
  const { app, stack } = buildApp(readSettings({ RELEASE: releaseForTests() }));
  new Bucket(stack, "Careless");
  expect(() => app.synth()).toThrow("AwsSolutions-S10");
});

it("copies the bucket to another region where one was named", () => {
  const { template: chosen, names } = synthesize({ REPLICA_REGION: "eu-west-1" });
  expect(names.toSorted()).toEqual(["smart-drive", "smart-drive-replica"]);
  chosen.hasResourceProperties("AWS::S3::Bucket", {
    ReplicationConfiguration: { Rules: [{ Status: "Enabled", DeleteMarkerReplication: { Status: "Enabled" } }] },
  });
});
