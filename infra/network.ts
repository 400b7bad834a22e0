/** The private network: two isolated subnets and a free road to S3. */
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';

/**
 * A VPC with no way in from the internet and none out to it: no public subnet, no internet gateway, no NAT
 * gateway (which alone costs more than the database). What runs inside reaches the database by its private
 * address and S3 through the gateway endpoint, and needs nothing else: IAM database tokens are signed locally.
 */
export class Network extends Construct {
  readonly vpc: ec2.IVpc;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr('10.0.0.0/16'),
      // RDS asks for two zones even when the instance is Single-AZ; the second is where a standby would go.
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 }],
      // CloudFormation cannot edit a VPC's default security group, so CDK would do it with a Lambda function,
      // its role and an uploaded asset. The group only lets its own members talk to each other, and nothing
      // joins it: everything in this stack names its security group, and a test holds it to that.
      restrictDefaultSecurityGroup: false,
    });
    // A gateway endpoint is a route, without an hourly price; an interface endpoint bills by the hour and zone.
    vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    // The class spells an absent `vpnGatewayId` as `undefined`, which exactOptionalPropertyTypes tells apart.
    this.vpc = vpc as ec2.IVpc;
  }
}
