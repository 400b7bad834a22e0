/** The private network: two isolated subnets and a free road to S3. */
import { Aws } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/**
 * A VPC with no way in from the internet and none out to it: no public subnet, no internet gateway, no NAT
 * gateway (which alone costs more than the database). What runs inside reaches the database by its private
 * address and S3 through the gateway endpoint, and needs nothing else: IAM database tokens are signed locally.
 */
export class Network extends Construct {
  readonly vpc: ec2.IVpc;
  readonly s3: ec2.GatewayVpcEndpoint;
  /** Worn by functions: the road to S3, which is the only one out. */
  readonly functions: ec2.SecurityGroup;

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
    // The class spells an absent `vpnGatewayId` as `undefined`, which exactOptionalPropertyTypes tells apart.
    this.vpc = vpc as ec2.IVpc;
    // A gateway endpoint is a route, without an hourly price; an interface endpoint bills by the hour and zone.
    this.s3 = vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    this.functions = new ec2.SecurityGroup(this, 'Functions', {
      vpc: this.vpc,
      description: 'Playclock functions: HTTPS to S3',
      allowAllOutbound: false,
    });
    // The prefix list of S3 has another id in every region, and a template without a region cannot look it up.
    // Any address is S3 here: the endpoint is the only route that leaves these subnets.
    this.functions.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), 'S3, by the gateway endpoint');
  }

  /**
   * The endpoint lets through what the functions do with this bucket, and their answers to CloudFormation, which
   * go to a bucket of its own. Code that got hold of other credentials could carry nothing elsewhere.
   */
  openTo(bucket: s3.Bucket): void {
    this.s3.addToPolicy(
      new iam.PolicyStatement({
        principals: [new iam.AnyPrincipal()],
        actions: [
          's3:GetObject',
          's3:GetObjectVersion',
          's3:PutObject',
          's3:ListBucket',
          's3:ListBucketVersions',
        ],
        resources: [bucket.bucketArn, bucket.arnForObjects('*')],
      }),
    );
    this.s3.addToPolicy(
      new iam.PolicyStatement({
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [`arn:${Aws.PARTITION}:s3:::cloudformation-custom-resource-response-*/*`],
      }),
    );
  }
}
