import { generateKeyPairSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Match, type Template } from "aws-cdk-lib/assertions";
import { beforeAll, expect, it } from "vitest";
import { synthesize } from "./synthesize";

const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const DOWNLOAD_PUBLIC_KEY = publicKey.export({ type: "spki", format: "pem" }).toString();

let template: Template;
let withDownloads: Template;
beforeAll(() => {
  ({ template } = synthesize());
  ({ template: withDownloads } = synthesize({ DOWNLOADS: "cloudfront", DOWNLOAD_PUBLIC_KEY }));
});

it("has TLS before the balancer without a domain, and keeps static files alone", () => {
  template.hasResourceProperties("AWS::CloudFront::Distribution", {
    DistributionConfig: {
      DefaultCacheBehavior: {
        ViewerProtocolPolicy: "redirect-to-https",
        CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      },
      CacheBehaviors: [
        { PathPattern: "/_next/static/*", CachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6", Compress: true },
      ],
      Origins: [Match.objectLike({ VpcOriginConfig: Match.anyValue() })],
      ViewerCertificate: Match.absent(),
    },
  });
});

const FAILURES = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

it("keeps no failure for the next person, and shows the app's own page for it", () => {
  const distributions = Object.values(withDownloads.findResources("AWS::CloudFront::Distribution"));
  const wanted = FAILURES.map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 }));
  expect(distributions.map(({ Properties }) => Properties.DistributionConfig.CustomErrorResponses)).toEqual([
    wanted,
    wanted,
  ]);
});

it.each([
  ["AWS::CloudFront::VpcOrigin", "/VpcOriginEndpointConfig/Name"],
  ["AWS::CloudFront::ResponseHeadersPolicy", "/ResponseHeadersPolicyConfig/Name"],
  ["AWS::CloudFront::PublicKey", "/PublicKeyConfig/Name"],
  ["AWS::CloudFront::KeyGroup", "/KeyGroupConfig/Name"],
  ["AWS::CloudFront::OriginAccessControl", "/OriginAccessControlConfig/Name"],
  ["AWS::CloudFront::OriginRequestPolicy", "/OriginRequestPolicyConfig/Name"],
  ["AWS::CloudWatch::Dashboard", "/DashboardName"],
])("names %s by the region too, since an account has it in all regions at once", (type, path) => {
  const [part] = Object.values(withDownloads.findResources(type));
  const name = path.split("/").reduce((value, key) => (key ? value[key] : value), part?.Properties);
  expect(name).toBe("smart-drive-us-east-1");
});

it("takes a domain of one's own, with TLS 1.2 at least", () => {
  const { template: chosen } = synthesize({
    DOMAIN_NAME: "drive.example.com",
    CERTIFICATE_ARN: "arn:aws:acm:us-east-1:111122223333:certificate/1",
  });
  chosen.hasResourceProperties("AWS::CloudFront::Distribution", {
    DistributionConfig: {
      Aliases: ["drive.example.com"],
      ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021", SslSupportMethod: "sni-only" },
    },
  });
  expect(JSON.stringify(chosen.findResources("AWS::EC2::LaunchTemplate"))).toContain(
    "AUTH_URL=https://drive.example.com",
  );
});

it("signs downloads by CloudFront where that was chosen, from a name of its own that shows nothing unsigned", () => {
  withDownloads.hasResourceProperties("AWS::CloudFront::Distribution", {
    DistributionConfig: {
      DefaultCacheBehavior: {
        ViewerProtocolPolicy: "https-only",
        Compress: false,
        TrustedKeyGroups: [Match.anyValue()],
      },
      Origins: [Match.objectLike({ OriginAccessControlId: Match.anyValue() })],
    },
  });
  const start = JSON.stringify(withDownloads.findResources("AWS::EC2::LaunchTemplate"));
  for (const name of ["CLOUDFRONT_URL=", "CLOUDFRONT_KEY_PAIR_ID=", "CLOUDFRONT_PRIVATE_KEY="])
    expect(start).toContain(name);
});

it("raises the alarms that the runbook explains, on one dashboard", async () => {
  const runbook = await readFile(new URL("../docs/runbook.md", import.meta.url), "utf8");
  const alarms = Object.values(template.findResources("AWS::CloudWatch::Alarm"));
  expect(alarms).toHaveLength(8);
  for (const { Properties } of alarms)
    expect(runbook).toContain(`\`${Properties.AlarmName.replace("smart-drive-", "")}\``);
  template.resourceCountIs("AWS::CloudWatch::Dashboard", 1);
});

it("lets CloudWatch tell of an alarm, for this account alone and by TLS alone", () => {
  template.hasResourceProperties("AWS::SNS::TopicPolicy", {
    PolicyDocument: {
      Statement: [
        Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        {
          Sid: "AlarmsOfThisAccount",
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Action: "sns:Publish",
          Resource: { Ref: Match.stringLikeRegexp("^Alarms") },
          Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
        },
      ],
    },
  });
});

it("wants no more points of the processors than EC2 sends, and counts failures where one side has none", () => {
  template.hasResourceProperties("AWS::CloudWatch::Alarm", {
    ...{ AlarmName: "smart-drive-cpu-high", MetricName: "CPUUtilization", Period: 300, EvaluationPeriods: 3 },
    ...{ Statistic: "Average", DatapointsToAlarm: Match.absent() },
  });
  template.hasResourceProperties("AWS::CloudWatch::Alarm", {
    AlarmName: "smart-drive-many-5xx",
    EvaluationPeriods: 5,
    Metrics: Match.arrayWith([Match.objectLike({ Expression: "FILL(balancer, 0) + FILL(app, 0)" })]),
  });
});

it("warns by mail before the month costs more than was planned", () => {
  const { template: chosen } = synthesize({ ALARM_EMAIL: "ada@example.com", MONTHLY_BUDGET_USD: "70" });
  chosen.hasResourceProperties("AWS::Budgets::Budget", {
    Budget: { BudgetLimit: { Amount: 70, Unit: "USD" } },
    NotificationsWithSubscribers: [Match.anyValue(), Match.anyValue()],
  });
});

// Its exceptions stand beside the parts they are of, and synthesizing throws for what is neither followed nor accepted.
it("is as it was when it was last looked at", async () => {
  const json = `${JSON.stringify(template.toJSON(), null, 2)}\n`;
  await expect(json).toMatchFileSnapshot("template.snapshot.json");
});
