import { generateKeyPairSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Match, type Template } from "aws-cdk-lib/assertions";
import { beforeAll, expect, it } from "vitest";
import { synthesize } from "./synthesize";

let template: Template;
beforeAll(() => {
  ({ template } = synthesize());
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
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const DOWNLOAD_PUBLIC_KEY = publicKey.export({ type: "spki", format: "pem" }).toString();
  const { template: chosen } = synthesize({ DOWNLOADS: "cloudfront", DOWNLOAD_PUBLIC_KEY });
  chosen.hasResourceProperties("AWS::CloudFront::Distribution", {
    DistributionConfig: {
      DefaultCacheBehavior: {
        ViewerProtocolPolicy: "https-only",
        Compress: false,
        TrustedKeyGroups: [Match.anyValue()],
      },
      Origins: [Match.objectLike({ OriginAccessControlId: Match.anyValue() })],
    },
  });
  const start = JSON.stringify(chosen.findResources("AWS::EC2::LaunchTemplate"));
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
