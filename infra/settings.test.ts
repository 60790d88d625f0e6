import { expect, it } from "vitest";
import { readSettings, replicaBucket } from "./settings";

it("has a default for everything", () => {
  expect(readSettings({ AWS_REGION: "" })).toMatchObject({
    STACK_NAME: "smart-drive",
    MIN_COPIES: 2,
    ENCRYPTION: "s3",
  });
});

it.each([
  ["AWS_REGION", { AWS_REGION: "Frankfurt" }],
  ["MAX_COPIES", { MIN_COPIES: "3", MAX_COPIES: "2" }],
  ["CERTIFICATE_ARN", { DOMAIN_NAME: "drive.example.com" }],
  ["CERTIFICATE_ARN", { CERTIFICATE_ARN: "arn:aws:acm:eu-west-1:1:certificate/1", DOMAIN_NAME: "drive.example.com" }],
  ["SSH_KEY_NAME", { SSH_CIDR: "203.0.113.7/32" }],
  ["SSH_CIDR", { SSH_CIDR: "0.0.0.0/0", SSH_KEY_NAME: "mine" }],
  ["REPLICA_REGION", { REPLICA_REGION: "us-east-1" }],
  ["REPLICA_REGION", { REPLICA_REGION: "eu-west-1", ENCRYPTION: "kms" }],
  ["STACK_NAME", { REPLICA_REGION: "ap-southeast-1", STACK_NAME: "a-name-of-twenty-eight-signs" }],
  ["CLOUDFRONT_PREFIX_LIST", { CLOUDFRONT_PREFIX_LIST: "com.amazonaws.global.cloudfront.origin-facing" }],
  ["AVAILABILITY_ZONES", { AVAILABILITY_ZONES: "us-east-1a" }],
  ["DOWNLOADS", { DOWNLOADS: "cloudfront", ENCRYPTION: "kms", DOWNLOAD_PUBLIC_KEY: "-----BEGIN PUBLIC KEY-----" }],
  ["DOWNLOAD_PUBLIC_KEY", { DOWNLOADS: "cloudfront" }],
  ["INSTANCE_TYPE", { INSTANCE_TYPE: "t3.small" }],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", { OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4317" }],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", { OTEL_HEADERS_SECRET: "collector-key" }],
  ["OTEL_RESOURCE_ATTRIBUTES", { OTEL_RESOURCE_ATTRIBUTES: "team='; reboot" }],
  ["OTEL_TRACES_SAMPLER", { OTEL_TRACES_SAMPLER: "sometimes" }],
  ["OTEL_TRACES_SAMPLER_ARG", { OTEL_TRACES_SAMPLER_ARG: "2" }],
])("names %s when it is not usable", (name, variables) => {
  expect(() => readSettings(variables)).toThrow(new RegExp(`^${name}: `));
});

it("takes the longest name whose copy S3 takes too", () => {
  const STACK_NAME = "a-name-of-twentyseven-signs";
  expect(readSettings({ REPLICA_REGION: "ap-southeast-1", STACK_NAME })).toMatchObject({ STACK_NAME });
  expect(replicaBucket(STACK_NAME, "ap-southeast-1", "111122223333")).toHaveLength(63);
});
