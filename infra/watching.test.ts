import type { Template } from "aws-cdk-lib/assertions";
import { expect, it } from "vitest";
import { synthesize } from "./synthesize";

const TRACED = {
  OTEL_EXPORTER_OTLP_ENDPOINT: "https://collector.example.com:4318",
  OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=production",
  OTEL_TRACES_SAMPLER: "traceidratio",
  OTEL_TRACES_SAMPLER_ARG: "0.1",
};

const startOf = (template: Template) => JSON.stringify(template.findResources("AWS::EC2::LaunchTemplate"));
const secretsOf = (template: Template) => Object.keys(template.findResources("AWS::SecretsManager::Secret"));

/** What a copy may read of secrets, in its role's own words. */
function readable(template: Template): unknown[] {
  const policies = Object.entries(template.findResources("AWS::IAM::Policy"));
  const start = policies.find(([id]) => id.startsWith("StartRights"))?.[1];
  const statements: { Action: string; Resource: unknown }[] = start?.Properties.PolicyDocument.Statement ?? [];
  return statements.filter(({ Action }) => Action === "secretsmanager:GetSecretValue").map(({ Resource }) => Resource);
}

it("draws a token for the metrics, which stands in no template and which a copy alone may read beside its other secret", () => {
  const { template } = synthesize();
  expect(secretsOf(template).map((id) => id.replace(/[0-9A-F]{8}$/, ""))).toEqual(["AuthSecret", "MetricsToken"]);
  template.allResourcesProperties("AWS::SecretsManager::Secret", {
    GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
  });
  expect(startOf(template)).toMatch(/ METRICS_TOKEN=",\{"Ref":"MetricsToken/);
  expect(readable(template)).toEqual([secretsOf(template).map((Ref) => ({ Ref }))]);
});

it("traces nothing unless it is told where to", () => {
  expect(startOf(synthesize().template)).not.toContain("OTEL_");
});

it("sends traces where it is told to, and reads what the collector wants to see from a secret that it may read", () => {
  const { template } = synthesize({ ...TRACED, OTEL_HEADERS_SECRET: "collector-key" });
  for (const [name, value] of Object.entries(TRACED)) expect(startOf(template)).toContain(`\\n${name}=${value}`);
  expect(startOf(template)).toMatch(/ OTEL_EXPORTER_OTLP_HEADERS=[^ ]*:secret:collector-key/);
  const [[, , headers]] = readable(template) as [unknown[]];
  expect(JSON.stringify(headers)).toContain(":secret:collector-key-??????");
});
