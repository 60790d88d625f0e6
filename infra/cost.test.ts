import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { estimate, total } from "./cost/estimate";
import { readSettings } from "./settings";
import { synthesize } from "./synthesize";

const usage = { users: 100, storageGb: 500, downloadsGb: 1000, uploadsGb: 100 };
const rounded = (usd: number) => usd.toFixed(2);

it("comes to what is worked through by hand in docs/cost.md, line by line", () => {
  const lines = estimate(usage, readSettings({}));
  const page = readFileSync(new URL("../docs/cost.md", import.meta.url), "utf8");
  const byHand = [...page.matchAll(/^\| ([\w -]+?) +\|.*\| +([\d.]+) \|$/gm)].map(([, what, usd]) => `${what} ${usd}`);
  expect([...lines.map(({ what, usd }) => `${what} ${rounded(usd)}`), `sum ${rounded(total(lines))}`]).toEqual(byHand);
});

it("says on the page why the column adds to a cent more, and what CloudFront would make of the sum", () => {
  const page = readFileSync(new URL("../docs/cost.md", import.meta.url), "utf8");
  const lines = estimate(usage, readSettings({}));
  const column = lines.reduce((sum, { usd }) => sum + Number(rounded(usd)), 0);
  expect(page).toContain(`the column adds to ${rounded(column)}`);
  expect(column - total(lines)).toBeLessThan(0.02);
  const byCloudFront = readSettings({ DOWNLOADS: "cloudfront", DOWNLOAD_PUBLIC_KEY: "-----BEGIN PUBLIC KEY-----" });
  expect(page).toContain(`nearly free: ${rounded(total(estimate(usage, byCloudFront)))} in all`);
});

it("counts what the template has: metrics under alarms, those that scaling makes by itself, and secrets", () => {
  const { template } = synthesize();
  const propertiesOf = (type: string) => Object.values(template.findResources(type)).map((each) => each.Properties);
  const watched = propertiesOf("AWS::CloudWatch::Alarm").map(
    ({ Metrics }) => Metrics?.filter((metric: object) => "MetricStat" in metric).length ?? 1,
  );
  const byScaling = propertiesOf("AWS::AutoScaling::ScalingPolicy").flatMap(() => [1, 1]);
  const metrics = [...watched, ...byScaling].reduce((sum, count) => sum + count, 0);
  const secrets = propertiesOf("AWS::SecretsManager::Secret").length;
  const how = estimate(usage, readSettings({})).map((line) => `${line.what}: ${line.how}`);
  expect(how).toContainEqual(expect.stringMatching(`^alarms and logs: ${metrics} metrics × `));
  expect(how).toContainEqual(expect.stringMatching(`^secrets: ${secrets} × `));
});

it("lets the first terabyte by CloudFront be free, and has a replica cost what it holds", () => {
  const costs = (variables: Record<string, string>) => total(estimate(usage, readSettings(variables)));
  expect(costs({}) - costs({ DOWNLOADS: "cloudfront", DOWNLOAD_PUBLIC_KEY: "-----BEGIN PUBLIC KEY-----" })).toBeCloseTo(
    81 - 0.85 - 0.4,
  );
  expect(costs({ REPLICA_REGION: "eu-west-1" }) - costs({})).toBeCloseTo(11.5 + 2 + 0.125);
});

it("names a type of instance whose price it does not know", () => {
  expect(() => estimate(usage, readSettings({ INSTANCE_TYPE: "x9g.metal" }))).toThrow("x9g.metal");
});
