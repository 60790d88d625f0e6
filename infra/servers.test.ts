import { Match, type Template } from "aws-cdk-lib/assertions";
import { beforeAll, expect, it } from "vitest";
import { createTransport } from "../scripts/serve/server";
import { BUCKET_ACTIONS, INDEX_ACTIONS, OBJECT_ACTIONS, TABLE_ACTIONS } from "./actions";
import { synthesize } from "./synthesize";

let template: Template;
beforeAll(() => {
  ({ template } = synthesize());
});

const only = (type: string, of = template) => Object.values(of.findResources(type)).map(({ Properties }) => Properties);
const startOf = (of = template) => JSON.stringify(only("AWS::EC2::LaunchTemplate", of)[0].LaunchTemplateData.UserData);

it("starts Amazon Linux 2023 with IMDSv2, an encrypted disk and no key", () => {
  const [{ LaunchTemplateData: data }] = only("AWS::EC2::LaunchTemplate");
  expect(data.MetadataOptions).toEqual({ HttpTokens: "required", HttpPutResponseHopLimit: 1 });
  expect(data.BlockDeviceMappings).toMatchObject([{ Ebs: { Encrypted: true } }]);
  expect(data.KeyName).toBeUndefined();
  expect(JSON.stringify(data.ImageId)).toContain("al2023");
});

it("runs the app as an unprivileged unit behind two hops, and reads secrets by their names", () => {
  const start = startOf();
  for (const said of [
    "User=smart-drive",
    "NoNewPrivileges=yes",
    "Restart=always",
    "StartLimitIntervalSec=0",
    "TRUST_PROXY=2",
    "DRAIN_DELAY_SECONDS=20",
  ])
    expect(start).toContain(said);
  expect(start).toMatch(/SECRETS='AUTH_SECRET=",\{"Ref":"AuthSecret/);
  expect(start).toContain("SIGNAL_RESOURCE=ServersASG");
});

it("opens the balancer's port to CloudFront by its list, the app's to the balancer, and nothing to the world", () => {
  const CLOUDFRONT_PREFIX_LIST = "pl-3b927c52";
  const { template: chosen } = synthesize({ CLOUDFRONT_PREFIX_LIST });
  expect(only("AWS::EC2::SecurityGroup", chosen).flatMap((group) => group.SecurityGroupIngress ?? [])).toEqual([]);
  // Two rules in all: the list counts as 55 of the 60 that a group takes, so that it is there once.
  expect(only("AWS::EC2::SecurityGroupIngress", chosen)).toEqual([
    expect.objectContaining({ FromPort: 80, ToPort: 80, SourcePrefixListId: CLOUDFRONT_PREFIX_LIST }),
    expect.objectContaining({ FromPort: 3000, ToPort: 3000, SourceSecurityGroupId: expect.anything() }),
  ]);
});

it("opens SSH to one range for those who want it", () => {
  const { template: chosen } = synthesize({ SSH_CIDR: "203.0.113.7/32", SSH_KEY_NAME: "mine" });
  const rules = only("AWS::EC2::SecurityGroup", chosen).flatMap((group) => group.SecurityGroupIngress ?? []);
  expect(rules).toContainEqual(expect.objectContaining({ FromPort: 22, ToPort: 22, CidrIp: "203.0.113.7/32" }));
  expect(only("AWS::EC2::LaunchTemplate", chosen)[0].LaunchTemplateData.KeyName).toBe("mine");
});

it("grows by CPU and by requests, replaces one copy at a time, and takes a change back that does not get ready", () => {
  template.hasResource("AWS::AutoScaling::AutoScalingGroup", {
    Properties: { MinSize: "2", MaxSize: "6", HealthCheckType: "EC2" },
    UpdatePolicy: {
      AutoScalingRollingUpdate: { MaxBatchSize: 1, MinInstancesInService: 2, WaitOnResourceSignals: true },
    },
  });
  const metrics = only("AWS::AutoScaling::ScalingPolicy").map(
    ({ TargetTrackingConfiguration: { PredefinedMetricSpecification: metric } }) => metric.PredefinedMetricType,
  );
  expect(metrics.toSorted()).toEqual(["ALBRequestCountPerTarget", "ASGAverageCPUUtilization"]);
});

it("asks a copy whether it is ready, and lets it finish what it has begun", () => {
  template.hasResourceProperties("AWS::ElasticLoadBalancingV2::TargetGroup", {
    HealthCheckPath: "/api/ready",
    TargetGroupAttributes: Match.arrayWith([{ Key: "deregistration_delay.timeout_seconds", Value: "30" }]),
  });
  template.hasResourceProperties("AWS::ElasticLoadBalancingV2::LoadBalancer", { Scheme: "internal" });
});

it("lets whoever asks close an idle connection first: CloudFront, then the balancer, then Node", () => {
  const [origin] = only("AWS::CloudFront::Distribution").flatMap(
    ({ DistributionConfig }) => DistributionConfig.Origins,
  );
  const [{ LoadBalancerAttributes }] = only("AWS::ElasticLoadBalancingV2::LoadBalancer");
  const { server } = createTransport(async () => undefined, { trust: { hops: 2 } });
  const idle = LoadBalancerAttributes.find(({ Key }: { Key: string }) => Key === "idle_timeout.timeout_seconds");
  const ofNode = server.keepAliveTimeout / 1000;
  expect([origin.VpcOriginConfig.OriginKeepaliveTimeout, Number(idle.Value), ofNode]).toEqual([60, 62, 65]);
});

it("says that a copy is there when the balancer has had time to send people to it", () => {
  const [{ HealthCheckIntervalSeconds: each, HealthCheckTimeoutSeconds: answer, HealthyThresholdCount: good }] = only(
    "AWS::ElasticLoadBalancingV2::TargetGroup",
  );
  const start = startOf();
  expect(Number(/sleep (\d+)\\n}/.exec(start)?.[1])).toBeGreaterThanOrEqual(each * good + answer);
  expect(start).toMatch(/start_app\\nwait_until_ready\\nwait_for_balancer\\n"/);
});

it("stands in the region's first two zones, or in those that were chosen", () => {
  const zonesOf = (of: Template) =>
    new Set(only("AWS::EC2::Subnet", of).map(({ AvailabilityZone }) => AvailabilityZone));
  const { template: chosen } = synthesize({ AVAILABILITY_ZONES: "us-east-1b,us-east-1d" });
  expect([...zonesOf(chosen)]).toEqual(["us-east-1b", "us-east-1d"]);
  expect(JSON.stringify([...zonesOf(template)])).toContain("Fn::GetAZs");
});

it("allows a session without SSH, and no parameter or policy of AWS's besides", () => {
  expect(only("AWS::IAM::Role").flatMap(({ ManagedPolicyArns }) => ManagedPolicyArns ?? [])).toEqual([]);
  const [policy] = Object.entries(template.findResources("AWS::IAM::Policy")).filter(([id]) =>
    id.startsWith("Session"),
  );
  expect(policy?.[1].Properties.PolicyDocument.Statement).toEqual([
    {
      Effect: "Allow",
      Resource: "*",
      Action: [
        "ssm:UpdateInstanceInformation",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ],
    },
  ]);
});

it("allows the app exactly what it does, on the one table and the one bucket", () => {
  const policies = Object.entries(template.findResources("AWS::IAM::Policy"));
  const statementsOf = (name: string) =>
    policies.find(([id]) => id.startsWith(name))?.[1].Properties.PolicyDocument.Statement;
  const table = { "Fn::GetAtt": [expect.stringMatching(/^Table/), "Arn"] };
  const bucket = { "Fn::GetAtt": [expect.stringMatching(/^Bucket/), "Arn"] };
  const below = (arn: object, path: string) => ({ "Fn::Join": ["", [arn, path]] });
  const one = (actions: string[]) => (actions.length === 1 ? actions[0] : actions);
  expect(statementsOf("AppRights")).toEqual([
    { Effect: "Allow", Action: one(TABLE_ACTIONS), Resource: table },
    { Effect: "Allow", Action: one(INDEX_ACTIONS), Resource: below(table, "/index/*") },
    { Effect: "Allow", Action: one(BUCKET_ACTIONS), Resource: bucket },
    { Effect: "Allow", Action: one(OBJECT_ACTIONS), Resource: below(bucket, "/*") },
  ]);
  expect(policies.map(([id]) => id.replace(/[0-9A-F]{8}$/, "")).toSorted()).toEqual([
    "AppRights",
    "RoleDefaultPolicy",
    "SessionRights",
    "StartRights",
  ]);
  // That one is CDK's: to tell CloudFormation that a copy got ready.
  expect(statementsOf("RoleDefaultPolicy")).toMatchObject([{ Action: "cloudformation:SignalResource" }]);
});
