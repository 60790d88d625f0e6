import { Duration } from "aws-cdk-lib";
import { Peer, Port, SecurityGroup, SubnetType, type Vpc } from "aws-cdk-lib/aws-ec2";
import {
  ApplicationLoadBalancer,
  ApplicationProtocol,
  ApplicationTargetGroup,
  TargetType,
} from "aws-cdk-lib/aws-elasticloadbalancingv2";
import type { Construct } from "constructs";
import { accept } from "./accept";

export const APP_PORT = 3000;

export type Balancer = {
  loadBalancer: ApplicationLoadBalancer;
  targets: ApplicationTargetGroup;
  securityGroup: SecurityGroup;
};

/**
 * CloudFront keeps a connection for 60 s (front.ts), Node for 65 (scripts/serve/server.ts). Whoever asks lets go first: over one that
 * the other side has just closed, a request is lost, and 502 is the answer.
 */
const IDLE = Duration.seconds(62);

/**
 * The balancer, inside the network: what passes between CloudFront and it never leaves AWS. A VPC origin's requests come with
 * CloudFront's own addresses, which AWS keeps in the list `prefixList`.
 */
export function makeBalancer(scope: Construct, vpc: Vpc, prefixList: string): Balancer {
  const securityGroup = new SecurityGroup(scope, "BalancerGroup", {
    vpc,
    allowAllOutbound: false,
    description: "HTTP from CloudFront alone",
  });
  // It counts as 55 rules, and a group takes 60: a second port would not fit in here.
  securityGroup.addIngressRule(Peer.prefixList(prefixList), Port.tcp(80), "CloudFront");
  const loadBalancer = new ApplicationLoadBalancer(scope, "Balancer", {
    vpc,
    securityGroup,
    internetFacing: false,
    vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
    idleTimeout: IDLE,
    dropInvalidHeaderFields: true,
  });
  accept(loadBalancer, "ELB2", "Its log has whole addresses, and that of a link is a key. The app logs without them.");
  const targets = new ApplicationTargetGroup(scope, "Copies", {
    vpc,
    port: APP_PORT,
    protocol: ApplicationProtocol.HTTP,
    targetType: TargetType.INSTANCE,
    deregistrationDelay: Duration.seconds(30),
    healthCheck: {
      path: "/api/ready",
      interval: Duration.seconds(10),
      timeout: Duration.seconds(5),
      healthyThresholdCount: 2,
      unhealthyThresholdCount: 2,
      healthyHttpCodes: "200",
    },
  });
  loadBalancer.addListener("Http", {
    port: 80,
    protocol: ApplicationProtocol.HTTP,
    open: false,
    defaultTargetGroups: [targets],
  });
  return { loadBalancer, targets, securityGroup };
}
