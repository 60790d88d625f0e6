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

/** The balancer, inside the network: nobody but CloudFront has a way to it, and what passes between the two never leaves AWS. */
export function makeBalancer(scope: Construct, vpc: Vpc): Balancer {
  const securityGroup = new SecurityGroup(scope, "BalancerGroup", {
    vpc,
    allowAllOutbound: false,
    description: "HTTP from CloudFront, which stands inside the network",
  });
  securityGroup.addIngressRule(Peer.ipv4(vpc.vpcCidrBlock), Port.tcp(80), "CloudFront");
  accept(securityGroup, "EC23", "The range is that of the network itself.");
  const loadBalancer = new ApplicationLoadBalancer(scope, "Balancer", {
    vpc,
    securityGroup,
    internetFacing: false,
    vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
    idleTimeout: Duration.seconds(120),
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
