/** A function of ours: bundled here, run on Node 24 inside the network. */
import { ArnFormat, AssetHashType, DockerImage, Duration, RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundle, type FunctionName } from './bundle.ts';
import type { Database } from './database.ts';
import type { Network } from './network.ts';
import { SynthesisError } from './synthesis-error.ts';

/** What differs between functions. */
export interface CodeFunctionProps {
  readonly name: FunctionName;
  readonly description: string;
  readonly network: Network;
  readonly database: Database;
  /** Role of the database it signs in as. */
  readonly user: string;
  readonly memoryMb: number;
  /** Disk, where it is more than every function has. */
  readonly diskMb?: number;
  readonly timeout: Duration;
  /** How many may run at once; kept free for it, too. */
  readonly concurrency: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The roots of RDS are among Amazon's that the runtime brings along, and which Node reads when told to. */
const RUNTIME_ROOTS = '/var/runtime/ca-cert.pem';

/** The function, its role (nothing but what is granted here and by the stack) and its log. */
export class CodeFunction extends Construct {
  readonly function: lambda.Function;
  readonly role: iam.Role;
  /** Role of the database it signs in as. */
  readonly user: string;
  /** Name of the uploaded code, which is its hash: it changes when the code does. */
  readonly codeHash: string;

  constructor(scope: Construct, id: string, props: CodeFunctionProps) {
    super(scope, id);
    const { network, database } = props;
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: `Playclock ${props.name}`,
    });
    const log = new logs.LogGroup(this, 'Log', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    log.grantWrite(role);
    // How Lambda puts a function into a network; none of these can be narrowed to a resource beforehand.
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: [
          'ec2:CreateNetworkInterface',
          'ec2:DeleteNetworkInterface',
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeSubnets',
        ],
        resources: ['*'],
      }),
    );
    // By the role's name alone: a database that was restored in place of a lost one has another resource id, and a
    // template that has not changed would not be deployed to name it.
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['rds-db:connect'],
        resources: [
          Stack.of(this).formatArn({
            service: 'rds-db',
            resource: 'dbuser',
            resourceName: `*/${props.user}`,
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        ],
      }),
    );

    this.role = role;
    this.user = props.user;
    this.function = new lambda.Function(this, 'Function', {
      description: props.description,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(import.meta.dirname, {
        assetHashType: AssetHashType.OUTPUT,
        bundling: {
          image: DockerImage.fromRegistry('never-used'),
          // Never run either: it tells the functions' bundles apart, which CDK keeps by these words.
          command: [props.name],
          local: {
            tryBundle(outdir: string) {
              bundle(props.name, outdir);
              return true;
            },
          },
        },
      }),
      role,
      logGroup: log,
      memorySize: props.memoryMb,
      ...(props.diskMb === undefined ? {} : { ephemeralStorageSize: Size.mebibytes(props.diskMb) }),
      timeout: props.timeout,
      reservedConcurrentExecutions: props.concurrency,
      vpc: network.vpc,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
      securityGroups: [database.clients, network.functions] as ec2.ISecurityGroup[],
      environment: {
        DATABASE_HOST: database.instance.dbInstanceEndpointAddress,
        DATABASE_PORT: database.instance.dbInstanceEndpointPort,
        DATABASE_NAME: 'playclock',
        DATABASE_USER: props.user,
        NODE_EXTRA_CA_CERTS: RUNTIME_ROOTS,
        ...props.environment,
      },
    });
    const resource = this.function.node.defaultChild;
    if (!(resource instanceof lambda.CfnFunction)) throw new SynthesisError('the function has no resource');
    this.codeHash = Stack.of(this).resolve(resource.code).s3Key;
  }
}

/** Longest that maintenance may take: what Lambda allows. */
export const LONGEST = Duration.minutes(15);
