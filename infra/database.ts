/** The database: one private RDS for PostgreSQL 18 instance, its settings, its master secret and its logs. */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { postgresSettings } from './postgres-settings.ts';
import type { Size } from './sizes.ts';

/** What a {@link Database} needs from the rest of the stack. */
export interface DatabaseProps {
  readonly vpc: ec2.IVpc;
  readonly size: Size;
}

const port = 5432;

/** Only for creating the roles that run: migrator, loader and reader sign in with IAM tokens. */
export const masterUser = 'playclock_admin';

/** `iam-db-auth-error` says why a token was refused, which PostgreSQL's own log does not. */
const exportedLogs = ['postgresql', 'upgrade', 'iam-db-auth-error'];

/** The instance, and the security group a client wears to reach it. */
export class Database extends Construct {
  readonly instance: rds.DatabaseInstance;
  readonly secret: ISecret;
  readonly securityGroup: ec2.SecurityGroup;
  readonly replica: rds.DatabaseInstanceReadReplica | null;
  /** Members may open connections to the database, and nothing else. */
  readonly clients: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, { vpc, size }: DatabaseProps) {
    super(scope, id);
    // The major version only: a pinned minor would ask RDS to downgrade after the first automatic upgrade.
    const engine = rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_18 });

    this.securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Playclock database: PostgreSQL from its clients',
      allowAllOutbound: false,
    });
    this.clients = new ec2.SecurityGroup(this, 'Clients', {
      vpc,
      description: 'Playclock database clients: PostgreSQL to the database',
      allowAllOutbound: false,
    });
    this.securityGroup.connections.allowFrom(this.clients, ec2.Port.tcp(port), 'PostgreSQL');

    // A secret of the stack's own, not `manageMasterUserPassword`: RDS for PostgreSQL refuses to create read
    // replicas of an instance whose master password it manages itself. (The class spells an absent
    // `secretFullArn` as `undefined`, which exactOptionalPropertyTypes tells apart: hence the assertion.)
    this.secret = new rds.DatabaseSecret(this, 'MasterSecret', { username: masterUser }) as ISecret;

    // The stack's name, so that two stacks share an account, and log groups can be named before RDS does it.
    // A fixed name also makes CloudFormation refuse any change that would replace the database by an empty one.
    const instanceIdentifier = Stack.of(this).stackName.toLowerCase();
    const parameterGroup = new rds.ParameterGroup(this, 'Parameters', {
      engine,
      description: 'Playclock on PostgreSQL 18',
      parameters: { ...postgresSettings, ...size.memorySettings },
    });
    this.instance = new rds.DatabaseInstance(this, 'Instance', {
      instanceIdentifier,
      engine,
      instanceType: new ec2.InstanceType(size.instanceType),
      multiAz: size.multiAz,
      databaseName: 'playclock',
      port,

      vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroups: [this.securityGroup],
      publiclyAccessible: false,

      credentials: rds.Credentials.fromSecret(this.secret, masterUser),
      iamAuthentication: true,

      storageType: rds.StorageType.GP3,
      allocatedStorage: size.storageGb,
      maxAllocatedStorage: size.maxStorageGb,
      storageEncrypted: true,

      backupRetention: Duration.days(7),
      copyTagsToSnapshot: true,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.SNAPSHOT,

      // UTC: 09:00 is one or two in the morning on the West Coast, when North American games are over; Tuesday
      // keeps the restart away from weekends.
      preferredBackupWindow: '09:00-09:30',
      preferredMaintenanceWindow: 'tue:10:00-tue:10:30',
      autoMinorVersionUpgrade: true,

      parameterGroup,

      // Seven days cost nothing. The small classes are excluded for MySQL and MariaDB, not for PostgreSQL.
      enablePerformanceInsights: true,
      performanceInsightRetention: rds.PerformanceInsightRetention.DEFAULT,
      cloudwatchLogsExports: exportedLogs,
    });

    this.replica = !size.replica
      ? null
      : new rds.DatabaseInstanceReadReplica(this, 'Replica', {
          sourceDatabaseInstance: this.instance,
          instanceIdentifier: `${instanceIdentifier}-replica`,
          instanceType: new ec2.InstanceType(size.instanceType),
          vpc,
          vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
          securityGroups: [this.securityGroup],
          publiclyAccessible: false,
          iamAuthentication: true,
          // Said again, because CDK would put gp2 here; its volume grows by itself, as the source's does.
          storageType: rds.StorageType.GP3,
          maxAllocatedStorage: size.maxStorageGb,
          // Encrypted because its source is: CloudFormation refuses to be told so.
          autoMinorVersionUpgrade: true,
          parameterGroup,
          deletionProtection: true,
        });

    // Made before RDS makes them, which it would do without an expiry. (`cloudwatchLogsRetention` does the same
    // afterwards, with a Lambda function.)
    for (const name of exportedLogs) {
      const group = new logs.LogGroup(this, `Log-${name}`, {
        logGroupName: `/aws/rds/instance/${instanceIdentifier}/${name}`,
        retention: logs.RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      });
      this.instance.node.addDependency(group);
    }
  }
}
