/** The AWS stack's promises, read from the template that would be deployed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks } from 'cdk-nag';
import { beforeAll, describe, expect, it } from 'vitest';
import cdkJson from '../cdk.json' with { type: 'json' };
import { priceTemplate, total, UnpricedError } from '../infra/cost.ts';
import { renderCost } from '../infra/cost-page.ts';
import { PlayclockStack } from '../infra/playclock-stack.ts';
import { sizeFromContext } from '../infra/sizes.ts';
import { synthesise } from '../infra/synthesise.ts';
import { MAX_BUNDLE } from '../src/ingest/bundle/bundle.ts';
import { LISTENING, POOL_SIZE } from '../src/lambda/connection.ts';

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
  it('has this shape: a change of it is seen in review', () => {
    const shape: Record<string, string[]> = {};
    for (const [id, { Type }] of Object.entries<{ Type: string }>(dev.toJSON().Resources)) {
      const type = Type.replace(/^AWS::/, '');
      // Without the hash that CDK appends to a construct's path.
      shape[type] = [...(shape[type] ?? []), id.replace(/[0-9A-F]{8}$/, '')].sort();
    }
    expect(Object.fromEntries(Object.entries(shape).sort())).toMatchSnapshot();
  });

  it('names no account and no region: it synthesises anywhere', () => {
    const text = JSON.stringify(dev.toJSON()).replaceAll(
      /"S3Key":"[0-9a-f]+\.zip"|"Code":"[0-9a-f]+\.zip"/g,
      '',
    );
    expect(text).not.toMatch(/\b\d{12}\b|[a-z]{2}-[a-z]+-\d\b/);
    expect(Object.keys(dev.toJSON().Parameters)).toEqual(['BootstrapVersion']);
  });

  it('outputs what an operator needs to load and to connect', () => {
    const database = only(dev, 'AWS::RDS::DBInstance').id;
    dev.hasOutput('IngestBucketName', { Value: { Ref: only(dev, 'AWS::S3::Bucket').id } });
    dev.hasOutput('DatabaseEndpoint', { Value: { 'Fn::GetAtt': [database, 'Endpoint.Address'] } });
    dev.hasOutput('DatabasePort', { Value: { 'Fn::GetAtt': [database, 'Endpoint.Port'] } });
    dev.hasOutput('DatabaseSecretArn', { Value: { Ref: only(dev, 'AWS::SecretsManager::Secret').id } });
    dev.hasOutput('ApiUrl', { Value: { 'Fn::GetAtt': [only(dev, 'AWS::Lambda::Url').id, 'FunctionUrl'] } });
    dev.hasOutput('AlarmTopicArn', { Value: { Ref: only(dev, 'AWS::SNS::Topic').id } });
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
    // The one address rule is the functions' road to S3, the only route that leaves the subnets.
    expect(JSON.stringify(dev.toJSON()).match(/0\.0\.0\.0\/0|::\/0/g)).toEqual(['0.0.0.0/0']);
    dev.hasResourceProperties('AWS::EC2::SecurityGroup', {
      GroupDescription: 'Playclock functions: HTTPS to S3',
      SecurityGroupEgress: [
        Match.objectLike({ CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }),
      ],
    });
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
    expect(names.filter((name) => name !== undefined).sort()).toEqual(
      ['iam-db-auth-error', 'postgresql', 'upgrade'].map(
        (n) => `/aws/rds/instance/${DBInstanceIdentifier}/${n}`,
      ),
    );
    dev.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
    const named = Object.keys(groups).filter((id) => groups[id]?.Properties.LogGroupName !== undefined);
    dev.hasResource('AWS::RDS::DBInstance', { DependsOn: Match.arrayWith(named.sort()) });
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

/** Logical id of the one function with that description. */
function functionOf(template: Template, description: RegExp) {
  const found = Object.entries(template.findResources('AWS::Lambda::Function')).filter(([, { Properties }]) =>
    description.test(Properties.Description),
  );
  expect(found).toHaveLength(1);
  const [[id, { Properties, DependsOn = [] }] = ['', { Properties: {} }]] = found;
  return { id, Properties, DependsOn };
}

/** Statements of the policy of a function's role. */
function statementsOf(template: Template, { Properties }: ReturnType<typeof functionOf>) {
  const role = Properties.Role['Fn::GetAtt'][0];
  const policies = Object.values(template.findResources('AWS::IAM::Policy')).filter(
    (policy) => policy.Properties.Roles[0].Ref === role,
  );
  return policies.flatMap((policy) => policy.Properties.PolicyDocument.Statement);
}

const LOADER = /^Loads files/;
const API = /^Answers/;
const MAINTENANCE = /^Migrates/;
const ROLES_ONCE = /^Makes the roles/;

describe('the functions', () => {
  it('run on Node 24 in the isolated subnets, as clients of the database', () => {
    dev.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      VpcConfig: Match.objectLike({
        SubnetIds: Object.keys(dev.findResources('AWS::EC2::Subnet')).map((id) => ({ Ref: id })),
      }),
    });
    dev.resourceCountIs('AWS::Lambda::Function', 4);
  });

  it('sign in by token as one role each, and verify the server', () => {
    const user = { [String(LOADER)]: 'loader', [String(API)]: 'reader', [String(MAINTENANCE)]: 'migrator' };
    for (const description of [LOADER, API, MAINTENANCE]) {
      const found = functionOf(dev, description);
      const name = `playclock_${user[String(description)]}`;
      expect(found.Properties.Environment.Variables).toMatchObject({
        DATABASE_USER: name,
        NODE_EXTRA_CA_CERTS: '/var/runtime/ca-cert.pem',
      });
      const connects = statementsOf(dev, found).filter(({ Action }) => Action === 'rds-db:connect');
      // Any database of the account that has the role: one restored in place of a lost one needs no deploy.
      expect(connects.flatMap(({ Resource }) => Resource['Fn::Join'][1].at(-1))).toEqual([
        `:dbuser:*/${name}`,
      ]);
      expect(JSON.stringify(found.Properties.Environment)).not.toMatch(/resolve:|PASSWORD/);
    }
  });

  it('see the master secret in one place, where it is used once and ends', () => {
    const once = functionOf(dev, ROLES_ONCE);
    expect(JSON.stringify(once.Properties.Environment.Variables.MASTER_PASSWORD)).toContain(
      'resolve:secretsmanager',
    );
    const text = JSON.stringify(dev.toJSON());
    // There, and in the instance that is made with it.
    expect(text.match(/resolve:secretsmanager/g)).toHaveLength(2);
    expect(text).not.toContain('secretsmanager:GetSecretValue');
    expect(only(dev, 'Custom::PlayclockRoles').Properties.ServiceToken).toEqual({
      'Fn::GetAtt': [once.id, 'Arn'],
    });
  });

  it('may do to the bucket what loading takes, each prefix for itself', () => {
    const s3 = (found: ReturnType<typeof functionOf>) =>
      statementsOf(dev, found)
        .filter(({ Action }) => JSON.stringify(Action).includes('s3:'))
        .map(({ Action, Resource }) => [Action, JSON.stringify(Resource).match(/[a-z]+\/\*/g)]);
    expect(s3(functionOf(dev, LOADER))).toEqual([
      [
        ['s3:GetObject', 's3:GetObjectVersion'],
        ['incoming/*', 'unfinished/*'],
      ],
      ['s3:PutObject', ['ledger/*', 'quarantine/*', 'unfinished/*']],
      [['s3:ListBucket', 's3:ListBucketVersions'], null],
    ]);
    for (const other of [API, MAINTENANCE, ROLES_ONCE]) expect(s3(functionOf(dev, other))).toEqual([]);
  });

  it('never open more connections than the instance has', () => {
    for (const [template, context] of [
      [dev, 'dev'],
      [prod, 'prod'],
    ] as const) {
      const functions = Object.values(template.findResources('AWS::Lambda::Function'));
      const opened = functions.reduce((sum, { Properties }) => {
        const beside = API.test(Properties.Description) ? LISTENING : 0;
        return sum + Properties.ReservedConcurrentExecutions * (POOL_SIZE + beside);
      }, 0);
      const { max_connections } = only(template, 'AWS::RDS::DBParameterGroup').Properties.Parameters;
      // Room for people, for what RDS keeps (3 and its own), and for a deploy that overlaps.
      expect([context, opened + 10 <= Number(max_connections)]).toEqual([context, true]);
    }
  });
});

describe('loading', () => {
  it('goes from the bucket through a queue to the loader, part of a batch at a time', () => {
    const [queue = ''] = Object.keys(
      dev.findResources('AWS::SQS::Queue', { Properties: { VisibilityTimeout: Match.anyValue() } }),
    );
    const arn = { 'Fn::GetAtt': [queue, 'Arn'] };
    dev.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: {
        QueueConfigurations: ['incoming/', 'unfinished/'].map((Value) => ({
          Event: 's3:ObjectCreated:*',
          Queue: arn,
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value }] } },
        })),
      },
    });
    dev.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: arn,
      FunctionName: { Ref: functionOf(dev, LOADER).id },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: functionOf(dev, LOADER).Properties.ReservedConcurrentExecutions },
    });
    dev.hasResourceProperties('AWS::SQS::QueuePolicy', {
      Queues: [{ Ref: queue }],
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'sqs:SendMessage',
            Principal: { Service: 's3.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  it('gives a batch six times the function before it comes back, and ten tries before the dead letters', () => {
    const timeout = functionOf(dev, LOADER).Properties.Timeout;
    const queues = Object.entries(dev.findResources('AWS::SQS::Queue'));
    const [queue, dead] = ['VisibilityTimeout', 'none'].map((key) =>
      queues.find(([, { Properties }]) => key in Properties === (key !== 'none')),
    );
    // A bundle lies there twice, as it came and split, and another that tells games of it otherwise.
    expect(functionOf(dev, LOADER).Properties.EphemeralStorage.Size * 1024 ** 2).toBeGreaterThan(
      3.5 * MAX_BUNDLE,
    );
    expect(queue?.[1].Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * timeout);
    expect(queue?.[1].Properties.RedrivePolicy).toEqual({
      deadLetterTargetArn: { 'Fn::GetAtt': [dead?.[0], 'Arn'] },
      maxReceiveCount: 10,
    });
    dev.allResourcesProperties('AWS::SQS::Queue', {
      MessageRetentionPeriod: 14 * 86_400,
      SqsManagedSseEnabled: true,
    });
  });
});

describe('the API', () => {
  it('streams behind a public URL, which asks for keys itself', () => {
    const { id } = functionOf(dev, API);
    dev.hasResourceProperties('AWS::Lambda::Url', {
      AuthType: 'NONE',
      InvokeMode: 'RESPONSE_STREAM',
      TargetFunctionArn: { 'Fn::GetAtt': [id, 'Arn'] },
    });
    expect(
      Object.values(dev.findResources('AWS::Lambda::Permission', { Properties: { Principal: '*' } }))
        .map((p) => p.Properties.Action)
        .sort(),
    ).toEqual(['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl']);
  });
});

describe('a deploy', () => {
  it('makes the roles, then migrates, then lets the new code serve', () => {
    const migrations = only(dev, 'Custom::PlayclockMigrations').id;
    const made = only(dev, 'Custom::PlayclockRoles').id;
    dev.hasResource('Custom::PlayclockMigrations', { DependsOn: Match.arrayWith([made]) });
    for (const description of [LOADER, API]) {
      expect(functionOf(dev, description).DependsOn).toContain(migrations);
    }
    const before = dev.toJSON().Resources[made].DependsOn;
    for (const type of ['DBInstance', 'SecurityGroupIngress', 'SecurityGroupEgress', 'VPCEndpoint']) {
      const service = type === 'DBInstance' ? 'RDS' : 'EC2';
      expect(before).toContain(only(dev, `AWS::${service}::${type}`).id);
    }
  });

  it('rebuilds loose indexes every week, before the window in which RDS may maintain the instance', () => {
    dev.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'cron(0 9 ? * TUE *)',
      Targets: [Match.objectLike({ Input: '{"command":"compact"}' })],
    });
  });

  it('migrates again when the code of migrations changed', () => {
    const { Code } = only(dev, 'Custom::PlayclockMigrations').Properties;
    expect(Code).toBe(functionOf(dev, MAINTENANCE).Properties.Code.S3Key);
  });
});

describe('watching', () => {
  const alarms = (template: Template) => Object.values(template.findResources('AWS::CloudWatch::Alarm'));

  it('tells one topic of all that needs somebody, no more than the ten alarms that are free', () => {
    const topic = { Ref: only(dev, 'AWS::SNS::Topic').id };
    expect(alarms(dev).length).toBeLessThanOrEqual(10);
    for (const { Properties } of alarms(dev)) expect(Properties.AlarmActions).toEqual([topic]);
    expect(
      alarms(dev)
        .map((a) => a.Properties.MetricName)
        .sort(),
    ).toEqual([
      'ApproximateAgeOfOldestMessage',
      'ApproximateNumberOfMessagesVisible',
      'CPUCreditBalance',
      'DatabaseConnections',
      'Errors',
      'Errors',
      'FreeStorageSpace',
      'PlayclockFilesRejected',
      'Url5xxCount',
      'UrlRequestLatency',
    ]);
    const failing = alarms(dev).filter(({ Properties }) => Properties.MetricName === 'Errors');
    expect(failing.map(({ Properties }) => Properties.Dimensions[0].Value.Ref).sort()).toEqual(
      [LOADER, MAINTENANCE].map((description) => functionOf(dev, description).id).sort(),
    );
    expect(alarms(prod).length).toBeLessThanOrEqual(10);
    expect(alarms(prod).map((a) => a.Properties.MetricName)).toContain('CPUUtilization');
    dev.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
  });

  it('lets the alarms of this account publish to the topic, over TLS', () => {
    const { Statement } = only(dev, 'AWS::SNS::TopicPolicy').Properties.PolicyDocument;
    expect(Statement).toEqual([
      expect.objectContaining({
        Effect: 'Deny',
        Action: 'sns:Publish',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        Resource: { Ref: only(dev, 'AWS::SNS::Topic').id },
      }),
    ]);
  });

  it('names in each alarm the part of the page that says what to do', () => {
    const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'aws.md'), 'utf8');
    const anchors = [...page.matchAll(/^### (.+)$/gm)].map(([, title = '']) => title.toLowerCase());
    for (const template of [dev, prod]) {
      for (const [id, { Properties }] of Object.entries(template.findResources('AWS::CloudWatch::Alarm'))) {
        const [, anchor = ''] = /docs\/aws\.md#(\w+)$/.exec(Properties.AlarmDescription) ?? [];
        expect(anchors).toContain(anchor);
        expect(id.toLowerCase()).toContain(anchor);
      }
    }
    // Credits are watched where there are any, and by that name.
    const ids = (template: Template) => Object.keys(template.findResources('AWS::CloudWatch::Alarm')).join();
    expect(ids(dev)).toContain('CpuCredits');
    expect(ids(prod)).toContain('CpuUtilization');
    expect(ids(prod)).not.toContain('CpuCredits');
  });
});

describe('what AWS recommends', () => {
  it('is followed, or acknowledged with a reason', () => {
    for (const size of ['dev', 'prod']) {
      const app = new App({ context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': [], size } });
      new PlayclockStack(app, 'Playclock', { size: sizeFromContext(app.node) });
      Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
      expect(() => app.synth()).not.toThrow();
    }
    const careless = new App();
    new Topic(new Stack(careless, 'Careless'), 'Topic');
    Validations.of(careless).addPlugins(new AwsSolutionsChecks(careless));
    expect(() => careless.synth()).toThrow();
  });
});

describe('the bill', () => {
  it('of the default size is under 30 dollars a month', () => {
    const lines = priceTemplate(dev.toJSON());
    expect(lines.length).toBeGreaterThan(12);
    expect(total(lines)).toBeGreaterThan(13);
    expect(total(lines)).toBeLessThan(30);
  });

  it('forgets no resource: one without a price is an error', () => {
    const { Resources, ...rest } = dev.toJSON();
    const nat = { Type: 'AWS::EC2::NatGateway', Properties: {} };
    expect(() => priceTemplate({ ...rest, Resources: { ...Resources, Nat: nat } })).toThrow(UnpricedError);
    const [endpoint = ''] = Object.keys(dev.findResources('AWS::EC2::VPCEndpoint'));
    const dear = { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcEndpointType: 'Interface' } };
    expect(() => priceTemplate({ ...rest, Resources: { ...Resources, [endpoint]: dear } })).toThrow(
      UnpricedError,
    );
  });

  it('is in the documents as it is computed (npm run cost)', () => {
    const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'aws.md'), 'utf8');
    expect(page).toContain(`<!-- npm run cost -->\n${renderCost()}\n<!-- end -->`);
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

  it('prod has a copy to read from, as private as the database', () => {
    const copy = Object.values(prod.findResources('AWS::RDS::DBInstance')).find(
      ({ Properties }) => Properties.SourceDBInstanceIdentifier !== undefined,
    );
    expect(copy?.Properties).toMatchObject({
      PubliclyAccessible: false,
      EnableIAMDatabaseAuthentication: true,
      DeletionProtection: true,
      StorageType: 'gp3',
      MaxAllocatedStorage: 1000,
    });
  });

  it('is dev unless said otherwise, and refuses a size it does not know', () => {
    expect(synthesise({ size: undefined }).toJSON()).toEqual(dev.toJSON());
    expect(() => synthesise({ size: 'huge' })).toThrow('Unknown size "huge": use one of dev, prod');
  });
});
