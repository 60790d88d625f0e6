import { GatewayVpcEndpointAwsService, IpAddresses, SubnetType, Vpc } from "aws-cdk-lib/aws-ec2";
import type { Construct } from "constructs";
import { accept } from "./accept";

/**
 * Two zones: the given ones, or the region's first two where no account was asked which serve. The balancer stands where no way leads out; the copies have an address of their own and need no NAT gateway,
 * which would cost more than they do. Table and bucket are reached inside of AWS, free of charge.
 */
export function makeNetwork(scope: Construct, zones?: string[]): Vpc {
  const vpc = new Vpc(scope, "Network", {
    ipAddresses: IpAddresses.cidr("10.20.0.0/16"),
    ...(zones ? { availabilityZones: zones } : { maxAzs: 2 }),
    natGateways: 0,
    // Nothing stands in the default group, and emptying it takes a Lambda function of CDK's with a role of its own.
    restrictDefaultSecurityGroup: false,
    subnetConfiguration: [
      { name: "balancer", subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      { name: "copies", subnetType: SubnetType.PUBLIC, cidrMask: 22, mapPublicIpOnLaunch: true },
    ],
    gatewayEndpoints: {
      Bucket: { service: GatewayVpcEndpointAwsService.S3 },
      Table: { service: GatewayVpcEndpointAwsService.DYNAMODB },
    },
  });
  accept(
    vpc,
    "VPC7",
    "Flow logs cost by the gigabyte; the balancer's and the app's own metrics tell who asks for what.",
  );
  return vpc;
}
