import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { estimate, total } from "./cost/estimate";
import { readSettings } from "./settings";

const usage = { users: 100, storageGb: 500, downloadsGb: 1000, uploadsGb: 100 };
const rounded = (usd: number) => usd.toFixed(2);

it("comes to what is worked through by hand in docs/cost.md, line by line", () => {
  const lines = estimate(usage, readSettings({}));
  const page = readFileSync(new URL("../docs/cost.md", import.meta.url), "utf8");
  const byHand = [...page.matchAll(/^\| ([\w -]+?) +\|.*\| +([\d.]+) \|$/gm)].map(([, what, usd]) => `${what} ${usd}`);
  expect([...lines.map(({ what, usd }) => `${what} ${rounded(usd)}`), `sum ${rounded(total(lines))}`]).toEqual(byHand);
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
