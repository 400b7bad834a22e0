/** The AWS stack's promises, read from the template that would be deployed. */
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import cdkJson from '../cdk.json' with { type: 'json' };
import { PlayclockStack } from '../infra/playclock-stack.ts';
import { sizeFromContext } from '../infra/sizes.ts';

/** As `infra/app.ts` does it, under the feature flags that `cdk.json` sets. */
function synthesise(context: Record<string, unknown> = {}): Template {
  const app = new App({ context: { ...cdkJson.context, ...context } });
  return Template.fromStack(new PlayclockStack(app, 'Playclock', { size: sizeFromContext(app.node) }));
}

/** The one resource of a type: logical id and properties. */
function only(template: Template, type: string) {
  const [entry, ...more] = Object.entries(template.findResources(type));
  if (entry === undefined || more.length > 0) throw new Error(`expected exactly one ${type}`);
  const [id, { Properties }] = entry;
  return { id, Properties };
}

let dev: Template;
let prod: Template;
beforeAll(() => {
  dev = synthesise();
  prod = synthesise({ size: 'prod' });
});

describe('the stack', () => {
  it('is made of these resources and no others, so that a change of shape is seen in review', () => {
    const counts: Record<string, number> = {};
    for (const { Type } of Object.values<{ Type: string }>(dev.toJSON().Resources)) {
      counts[Type] = (counts[Type] ?? 0) + 1;
    }
    expect(counts).toEqual({
      'AWS::EC2::VPC': 1,
      'AWS::EC2::Subnet': 2,
      'AWS::EC2::RouteTable': 2,
      'AWS::EC2::SubnetRouteTableAssociation': 2,
      'AWS::EC2::VPCEndpoint': 1,
      'AWS::EC2::SecurityGroup': 2,
      'AWS::EC2::SecurityGroupIngress': 1,
      'AWS::EC2::SecurityGroupEgress': 1,
      'AWS::SecretsManager::Secret': 1,
      'AWS::SecretsManager::SecretTargetAttachment': 1,
      'AWS::RDS::DBParameterGroup': 1,
      'AWS::RDS::DBSubnetGroup': 1,
      'AWS::RDS::DBInstance': 1,
      'AWS::Logs::LogGroup': 3,
      'AWS::S3::Bucket': 1,
      'AWS::S3::BucketPolicy': 1,
    });
  });

  it('names no account, no region and no asset: it synthesises anywhere', () => {
    const text = JSON.stringify(dev.toJSON());
    expect(text).not.toMatch(/\b\d{12}\b|[a-z]{2}-[a-z]+-\d\b/);
    // Nothing to upload: the bootstrap version check is the only parameter.
    expect(Object.keys(dev.toJSON().Parameters)).toEqual(['BootstrapVersion']);
  });

  it('outputs what an operator needs to load and to connect', () => {
    const database = only(dev, 'AWS::RDS::DBInstance').id;
    dev.hasOutput('IngestBucketName', { Value: { Ref: only(dev, 'AWS::S3::Bucket').id } });
    dev.hasOutput('DatabaseEndpoint', { Value: { 'Fn::GetAtt': [database, 'Endpoint.Address'] } });
    dev.hasOutput('DatabasePort', { Value: { 'Fn::GetAtt': [database, 'Endpoint.Port'] } });
    dev.hasOutput('DatabaseSecretArn', { Value: { Ref: only(dev, 'AWS::SecretsManager::Secret').id } });
    dev.hasOutput('DatabaseSecurityGroupId', {});
    dev.hasOutput('DatabaseClientSecurityGroupId', {});
  });
});

describe('the network', () => {
  it('has two isolated subnets in two zones, and no way in or out', () => {
    for (const type of ['NatGateway', 'InternetGateway', 'EgressOnlyInternetGateway', 'EIP', 'Route']) {
      dev.resourceCountIs(`AWS::EC2::${type}`, 0);
    }
    dev.allResourcesProperties('AWS::EC2::Subnet', { MapPublicIpOnLaunch: false });
    const zones = Object.values(dev.findResources('AWS::EC2::Subnet')).map(
      (s) => s.Properties.AvailabilityZone,
    );
    expect(zones).toEqual([0, 1].map((n) => ({ 'Fn::Select': [n, { 'Fn::GetAZs': '' }] })));
  });

  it('reaches S3 through the free gateway endpoint, from every route table', () => {
    dev.hasResourceProperties('AWS::EC2::VPCEndpoint', {
      VpcEndpointType: 'Gateway',
      ServiceName: { 'Fn::Join': ['', ['com.amazonaws.', { Ref: 'AWS::Region' }, '.s3']] },
      RouteTableIds: Object.keys(dev.findResources('AWS::EC2::RouteTable')).map((id) => ({ Ref: id })),
    });
  });

  it('lets clients open PostgreSQL to the database, and nothing else to anything', () => {
    const group = (description: string) => {
      const ids = Object.keys(
        dev.findResources('AWS::EC2::SecurityGroup', {
          Properties: { GroupDescription: Match.stringLikeRegexp(`^Playclock ${description}:`) },
        }),
      );
      expect(ids).toHaveLength(1);
      return { 'Fn::GetAtt': [ids[0], 'GroupId'] };
    };
    const postgres = { IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432 };
    expect(only(dev, 'AWS::EC2::SecurityGroupIngress').Properties).toMatchObject({
      ...postgres,
      GroupId: group('database'),
      SourceSecurityGroupId: group('database clients'),
    });
    expect(only(dev, 'AWS::EC2::SecurityGroupEgress').Properties).toMatchObject({
      ...postgres,
      GroupId: group('database clients'),
      DestinationSecurityGroupId: group('database'),
    });
    dev.allResourcesProperties('AWS::EC2::SecurityGroup', { SecurityGroupIngress: Match.absent() });
    expect(JSON.stringify(dev.toJSON())).not.toMatch(/0\.0\.0\.0\/0|::\/0/);
    // The database wears the stack's own group, not the VPC's default one.
    dev.hasResourceProperties('AWS::RDS::DBInstance', { VPCSecurityGroups: [group('database')] });
  });
});

describe('the database', () => {
  const has = (properties: unknown) => dev.hasResourceProperties('AWS::RDS::DBInstance', properties);

  it('is PostgreSQL 18 on one db.t3.micro, following minor versions by itself', () => {
    has({ Engine: 'postgres', EngineVersion: '18', DBInstanceClass: 'db.t3.micro', MultiAZ: false });
    has({ AutoMinorVersionUpgrade: true });
  });

  it('has 20 GB of encrypted gp3 that grows by itself up to 100', () => {
    has({ AllocatedStorage: '20', MaxAllocatedStorage: 100, StorageType: 'gp3', StorageEncrypted: true });
  });

  it('is backed up for seven days and survives mistakes', () => {
    has({ BackupRetentionPeriod: 7, CopyTagsToSnapshot: true, DeletionProtection: true });
    dev.hasResource('AWS::RDS::DBInstance', { DeletionPolicy: 'Snapshot', UpdateReplacePolicy: 'Snapshot' });
  });

  it('has backup and maintenance windows that do not overlap', () => {
    has({ PreferredBackupWindow: '09:00-09:30', PreferredMaintenanceWindow: 'tue:10:00-tue:10:30' });
  });

  it('is private, in the isolated subnets, and signs in by IAM token', () => {
    has({ PubliclyAccessible: false, EnableIAMDatabaseAuthentication: true });
    dev.hasResourceProperties('AWS::RDS::DBSubnetGroup', {
      SubnetIds: Object.keys(dev.findResources('AWS::EC2::Subnet')).map((id) => ({ Ref: id })),
    });
  });

  it('keeps the master password in Secrets Manager only', () => {
    const secret = only(dev, 'AWS::SecretsManager::Secret');
    expect(secret.Properties.SecretString).toBeUndefined();
    expect(secret.Properties.GenerateSecretString).toMatchObject({ GenerateStringKey: 'password' });
    const resolve = ['{{resolve:secretsmanager:', { Ref: secret.id }, ':SecretString:password::}}'];
    has({ MasterUsername: 'playclock_admin', MasterUserPassword: { 'Fn::Join': ['', resolve] } });
    // RDS's own management of the password would rule out the read replica of a later size.
    has({ ManageMasterUserPassword: Match.absent() });
  });

  it('has Performance Insights for the seven days that are free', () => {
    has({ EnablePerformanceInsights: true, PerformanceInsightsRetentionPeriod: 7 });
  });

  it('exports its logs to groups that exist before it does and expire', () => {
    has({ EnableCloudwatchLogsExports: ['postgresql', 'upgrade', 'iam-db-auth-error'] });
    const groups = dev.findResources('AWS::Logs::LogGroup');
    const names = Object.values(groups).map((g) => g.Properties.LogGroupName);
    const { DBInstanceIdentifier } = only(dev, 'AWS::RDS::DBInstance').Properties;
    expect(names.sort()).toEqual(
      ['iam-db-auth-error', 'postgresql', 'upgrade'].map(
        (n) => `/aws/rds/instance/${DBInstanceIdentifier}/${n}`,
      ),
    );
    dev.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
    dev.hasResource('AWS::RDS::DBInstance', { DependsOn: Match.arrayWith(Object.keys(groups).sort()) });
  });

  it('refuses plaintext and fits one gigabyte', () => {
    expect(only(dev, 'AWS::RDS::DBParameterGroup').Properties).toMatchObject({
      Family: 'postgres18',
      Parameters: {
        'rds.force_ssl': '1',
        shared_preload_libraries: 'pg_stat_statements',
        log_min_duration_statement: '500',
        log_temp_files: '10240',
        idle_in_transaction_session_timeout: '300000',
        random_page_cost: '1.1',
        jit: '0',
        max_connections: '50',
        work_mem: '4096',
        autovacuum_work_mem: '32768',
        maintenance_work_mem: '65536',
      },
    });
  });
});

describe('the ingest bucket', () => {
  const has = (properties: unknown) => dev.hasResourceProperties('AWS::S3::Bucket', properties);
  const rules = () => only(dev, 'AWS::S3::Bucket').Properties.LifecycleConfiguration.Rules;

  it('is versioned, encrypted and outlives the stack', () => {
    has({ VersioningConfiguration: { Status: 'Enabled' } });
    has({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
    dev.hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('cannot be made public', () => {
    const flags = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
    has({ PublicAccessBlockConfiguration: Object.fromEntries(flags.map((flag) => [flag, true])) });
    has({ OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } });
  });

  it('is spoken to over TLS 1.2 or later only', () => {
    const deny = (Condition: unknown) =>
      Match.objectLike({ Effect: 'Deny', Action: 's3:*', Principal: { AWS: '*' }, Condition });
    const { Statement } = only(dev, 'AWS::S3::BucketPolicy').Properties.PolicyDocument;
    expect(Statement).toHaveLength(2);
    dev.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: [
          deny({ Bool: { 'aws:SecureTransport': 'false' } }),
          deny({ NumericLessThan: { 's3:TlsVersion': 1.2 } }),
        ],
      },
    });
  });

  it('cools files with age, in classes that a rebuild can read at once', () => {
    expect(rules()[0]).toMatchObject({
      Prefix: 'incoming/',
      Status: 'Enabled',
      Transitions: [
        { StorageClass: 'STANDARD_IA', TransitionInDays: 30 },
        { StorageClass: 'GLACIER_IR', TransitionInDays: 90 },
      ],
      NoncurrentVersionTransitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 30 }],
    });
    has({ LifecycleConfiguration: { TransitionDefaultMinimumObjectSize: 'all_storage_classes_128K' } });
  });

  it('never expires a version, and drops uploads that never completed', () => {
    expect(Object.keys(Object.assign({}, ...rules())).filter((key) => key.includes('Expir'))).toEqual([]);
    expect(rules()[1]).toMatchObject({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } });
    expect(rules()[1].Prefix).toBeUndefined();
  });
});

describe('sizes', () => {
  it('prod is a larger, Multi-AZ instance (not a cluster) with memory settings to match', () => {
    prod.hasResourceProperties('AWS::RDS::DBInstance', {
      DBInstanceClass: 'db.m7g.large',
      MultiAZ: true,
      AllocatedStorage: '100',
      MaxAllocatedStorage: 1000,
    });
    prod.resourceCountIs('AWS::RDS::DBCluster', 0);
    prod.hasResourceProperties('AWS::RDS::DBParameterGroup', {
      Parameters: { max_connections: '200', work_mem: '16384', autovacuum_work_mem: Match.absent() },
    });
  });

  it('resizes in place: prod differs from dev in nothing but the instance and its settings', () => {
    const without = (template: Template) => {
      const { Resources, ...rest } = structuredClone(template.toJSON());
      for (const key of ['DBInstanceClass', 'MultiAZ', 'AllocatedStorage', 'MaxAllocatedStorage']) {
        delete Resources[only(template, 'AWS::RDS::DBInstance').id].Properties[key];
      }
      delete Resources[only(template, 'AWS::RDS::DBParameterGroup').id].Properties.Parameters;
      return { Resources, ...rest };
    };
    expect(without(prod)).toEqual(without(dev));
  });

  it('is dev unless said otherwise, and refuses a size it does not know', () => {
    expect(synthesise({ size: undefined }).toJSON()).toEqual(dev.toJSON());
    expect(() => synthesise({ size: 'huge' })).toThrow('Unknown size "huge": use one of dev, prod');
  });
});
