/** Pricing a synthesised template, line by line. */
import { z } from 'zod';
import { FREE, HOURS, INSTANCE_HOUR, PRICES, type Price } from '../src/rds/prices.ts';
import { TRAFFIC } from './traffic.ts';

const Template = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.looseObject({}).default({}) })),
});

const Instance = z.looseObject({
  DBInstanceClass: z.string(),
  AllocatedStorage: z.coerce.number().default(0),
  MultiAZ: z.boolean().default(false),
  SourceDBInstanceIdentifier: z.unknown().optional(),
});
const Lambda = z.looseObject({
  Description: z.string(),
  MemorySize: z.number(),
  EphemeralStorage: z.object({ Size: z.number() }).optional(),
});

export interface CostLine {
  readonly what: string;
  readonly quantity: string;
  readonly price: Price;
  /** A month. */
  readonly dollars: number;
}

/** Types that cost nothing by themselves. */
const FREE_TYPES =
  /^(AWS::EC2::(VPC|Subnet|RouteTable|SubnetRouteTableAssociation|SecurityGroup(Ingress|Egress)?)|AWS::SecretsManager::SecretTargetAttachment|AWS::RDS::DB(ParameterGroup|SubnetGroup)|AWS::Logs::LogGroup|AWS::S3::BucketPolicy|AWS::IAM::(Role|Policy)|Custom::Playclock\w+|AWS::SQS::QueuePolicy|AWS::Events::Rule|AWS::Lambda::(EventSourceMapping|Url|Permission)|AWS::SNS::Topic(Policy)?)$/;

/** Lines of a template's bill. Throws where a type of resource has no price: a bill must not forget one. */
export function priceTemplate(template: unknown): CostLine[] {
  const resources = Object.values(Template.parse(template).Resources);
  const lines: CostLine[] = [];
  const add = (what: string, quantity: number, price: Price, note = '') =>
    lines.push({
      what,
      quantity: `${quantity.toLocaleString('en-US', { maximumFractionDigits: 2 })} ${price.unit}${note}`,
      price,
      dollars: quantity * price.dollars,
    });
  const ofType = (type: string) => resources.filter((resource) => resource.Type === type);

  let primary: z.infer<typeof Instance> | null = null;
  for (const { Properties } of ofType('AWS::RDS::DBInstance')) {
    const instance = Instance.parse(Properties);
    const isReplica = instance.SourceDBInstanceIdentifier !== undefined;
    if (!isReplica) primary = instance;
    const storage = isReplica ? (primary?.AllocatedStorage ?? 0) : instance.AllocatedStorage;
    const copies = instance.MultiAZ ? 2 : 1;
    const name = `${isReplica ? 'replica' : 'database'}, ${instance.DBInstanceClass}${copies === 2 ? ', Multi-AZ' : ''}`;
    const hour = INSTANCE_HOUR[instance.DBInstanceClass];
    if (hour === undefined) throw new UnpricedError(instance.DBInstanceClass);
    add(name, HOURS * copies, hour);
    add(`storage of the ${isReplica ? 'replica' : 'database'}`, storage * copies, PRICES.storageGb);
  }
  add('backups beyond the size of the database', TRAFFIC.extraBackupGb, PRICES.backupGb);
  add('master secret', ofType('AWS::SecretsManager::Secret').length, PRICES.secret);

  for (const { Properties } of ofType('AWS::Lambda::Function')) addFunction(Lambda.parse(Properties), add);

  const requests = TRAFFIC.queuePolls + TRAFFIC.filesLoaded * 3;
  add(
    'queue',
    Math.max(0, requests - FREE.sqsRequests),
    PRICES.sqsRequest,
    ` beyond ${FREE.sqsRequests / 1e6} million`,
  );
  add('bucket, kept', TRAFFIC.bucketGb, PRICES.s3Gb);
  add('bucket, put', TRAFFIC.filesLoaded * 2, PRICES.s3Puts);
  add('bucket, read', TRAFFIC.filesLoaded * 2, PRICES.s3Gets);
  const metrics = ofType('AWS::Logs::MetricFilter').length;
  add('metrics of our own', Math.max(0, metrics - FREE.metrics), PRICES.metric, ` beyond ${FREE.metrics}`);
  const alarms = ofType('AWS::CloudWatch::Alarm').length;
  add('alarms', Math.max(0, alarms - FREE.alarms), PRICES.alarm, ` beyond ${FREE.alarms}`);
  const boards = ofType('AWS::CloudWatch::Dashboard').length;
  add('dashboards', Math.max(0, boards - FREE.dashboards), PRICES.dashboard, ` beyond ${FREE.dashboards}`);
  add('logs', Math.max(0, TRAFFIC.logGb - FREE.logGb), PRICES.logGb, ` beyond ${FREE.logGb}`);
  add('logs kept', TRAFFIC.logGb, PRICES.logStoredGb);
  const sent = (TRAFFIC.calls * TRAFFIC.answerKb) / 1024 ** 2;
  add('answers', Math.max(0, sent - FREE.transferGb), PRICES.transferGb, ` beyond ${FREE.transferGb}`);

  const priced =
    /^AWS::(RDS::DBInstance|SecretsManager::Secret|Lambda::Function|SQS::Queue|S3::Bucket|Logs::MetricFilter|CloudWatch::(Alarm|Dashboard))$/;
  for (const { Type, Properties } of resources) {
    const isGateway = Type === 'AWS::EC2::VPCEndpoint' && Properties.VpcEndpointType === 'Gateway';
    if (!priced.test(Type) && !FREE_TYPES.test(Type) && !isGateway) throw new UnpricedError(Type);
  }
  return lines;
}

function addFunction(
  { Description, MemorySize, EphemeralStorage }: z.infer<typeof Lambda>,
  add: (what: string, quantity: number, price: Price, note?: string) => void,
): void {
  const gb = MemorySize / 1024;
  const [calls, seconds, name] = /^Answers/.test(Description)
    ? [TRAFFIC.calls, TRAFFIC.callSeconds, 'API']
    : /^Loads/.test(Description)
      ? [TRAFFIC.filesLoaded, TRAFFIC.loaderSeconds, 'loader']
      : [10, 30, /^Makes/.test(Description) ? 'roles, on deploy' : 'maintenance, on deploy and weekly'];
  add(`${name}: calls`, calls, PRICES.lambdaRequest);
  add(`${name}: time`, calls * seconds * gb, PRICES.lambdaSecond);
  if (EphemeralStorage === undefined) return;
  const disk = EphemeralStorage.Size / 1024 - FREE.lambdaDiskGb;
  add(`${name}: disk`, calls * seconds * disk, PRICES.lambdaDisk, ` beyond ${FREE.lambdaDiskGb} GB`);
}

/** Dollars a month of all lines. */
export function total(lines: readonly CostLine[]): number {
  return lines.reduce((sum, line) => sum + line.dollars, 0);
}

/** Something in the template has no price here. */
export class UnpricedError extends Error {
  override readonly name = 'UnpricedError';
  constructor(what: string) {
    super(`${what} has no price: add it to src/rds/prices.ts and infra/cost.ts`);
  }
}
