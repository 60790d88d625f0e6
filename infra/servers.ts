import { readFileSync } from "node:fs";
import { Duration, Lazy, Stack, Tags } from "aws-cdk-lib";
import {
  AutoScalingGroup,
  GroupMetrics,
  HealthChecks,
  Signals,
  TerminationPolicy,
  UpdatePolicy,
} from "aws-cdk-lib/aws-autoscaling";
import {
  AmazonLinuxCpuType,
  BlockDeviceVolume,
  EbsDeviceVolumeType,
  InstanceType,
  KeyPair,
  LaunchTemplate,
  MachineImage,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  UserData,
  type Vpc,
} from "aws-cdk-lib/aws-ec2";
import type { Role } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import { accept } from "./accept";
import { APP_PORT, type Balancer } from "./balancer";
import type { Settings } from "./settings";

type Needs = {
  vpc: Vpc;
  role: Role;
  balancer: Balancer;
  release: string;
  logGroup: string;
  /** The app's variables. */
  env: Record<string, string>;
  /** Variables that come from secrets: each name with the secret's id. */
  secrets: Record<string, string>;
};

/** The copies of the app: as many as there is work for, none of which keeps anything. */
export function makeServers(scope: Construct, settings: Settings, needs: Needs): AutoScalingGroup {
  const { vpc, balancer } = needs;
  const group = new AutoScalingGroup(scope, "Servers", {
    vpc,
    vpcSubnets: { subnetType: SubnetType.PUBLIC },
    launchTemplate: makeTemplate(scope, settings, needs),
    minCapacity: settings.MIN_COPIES,
    maxCapacity: settings.MAX_COPIES,
    // By the balancer's check all copies would be ended and made anew while DynamoDB or S3 is away, which heals nothing. The balancer
    // itself leaves out a copy that is not ready, and asks all when none is; systemd starts an app again that ended.
    healthChecks: HealthChecks.ec2({ gracePeriod: Duration.minutes(5) }),
    groupMetrics: [GroupMetrics.all()],
    terminationPolicies: [TerminationPolicy.OLDEST_LAUNCH_TEMPLATE, TerminationPolicy.DEFAULT],
    // One new copy at a time, beside the old ones; one that does not get ready takes the whole change back.
    signals: Signals.waitForMinCapacity({ timeout: Duration.minutes(10) }),
    updatePolicy: UpdatePolicy.rollingUpdate({
      maxBatchSize: 1,
      minInstancesInService: Math.min(settings.MIN_COPIES, settings.MAX_COPIES - 1),
      pauseTime: Duration.minutes(10),
      waitOnResourceSignals: true,
    }),
  });
  group.attachToApplicationTargetGroup(balancer.targets);
  group.scaleOnCpuUtilization("Cpu", { targetUtilizationPercent: 60 });
  group.scaleOnRequestCount("Requests", { targetRequestsPerMinute: 1500 });
  accept(group, "AS3", "The alarms tell what matters; a notice of each copy that comes and goes would hide them.");
  return group;
}

function makeTemplate(scope: Construct, settings: Settings, needs: Needs): LaunchTemplate {
  const { SSH_CIDR, SSH_KEY_NAME } = settings;
  const securityGroup = new SecurityGroup(scope, "ServerGroup", {
    vpc: needs.vpc,
    description: "From the balancer alone",
  });
  securityGroup.connections.allowFrom(needs.balancer.securityGroup, Port.tcp(APP_PORT), "The balancer");
  if (SSH_CIDR) securityGroup.addIngressRule(Peer.ipv4(SSH_CIDR), Port.tcp(22), "SSH for one range");
  const template = new LaunchTemplate(scope, "Template", {
    securityGroup,
    role: needs.role,
    instanceType: new InstanceType(settings.INSTANCE_TYPE),
    machineImage: MachineImage.latestAmazonLinux2023({ cpuType: AmazonLinuxCpuType.ARM_64 }),
    requireImdsv2: true,
    httpPutResponseHopLimit: 1,
    associatePublicIpAddress: true,
    ...(SSH_KEY_NAME ? { keyPair: KeyPair.fromKeyPairName(scope, "SshKey", SSH_KEY_NAME) } : {}),
    blockDevices: [
      {
        deviceName: "/dev/xvda",
        volume: BlockDeviceVolume.ebs(8, { encrypted: true, volumeType: EbsDeviceVolumeType.GP3 }),
      },
    ],
    userData: UserData.custom(userData(scope, needs)),
  });
  Tags.of(template).add("Name", settings.STACK_NAME);
  return template;
}

const lines = (values: Record<string, string>) => Object.entries(values).map(([name, value]) => `${name}=${value}`);

function userData(scope: Construct, { release, logGroup, env, secrets }: Needs): string {
  const stack = Stack.of(scope);
  const resource = Lazy.string({
    produce: () => stack.getLogicalId(scope.node.findChild("Servers").node.findChild("ASG") as never),
  });
  const [shebang, ...script] = readFileSync(new URL("user-data.sh", import.meta.url), "utf8").split("\n");
  return [
    shebang,
    `export AWS_DEFAULT_REGION=${stack.region} SIGNAL_STACK=${stack.stackName} SIGNAL_RESOURCE=${resource}`,
    `export RELEASE=${release} LOG_GROUP=${logGroup} SECRETS='${lines(secrets).join(" ")}'`,
    `export APP_ENV='${lines(env).join("\n")}'`,
    ...script,
  ].join("\n");
}
