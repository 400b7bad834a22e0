/**
 * What AWS asks, on demand, without any free tier that ends after a year. One place for every price: the cost
 * table and the `rds` commands read them here. AWS was not reachable when they were written down; they are the
 * public list prices as known on that date. Look at the page before relying on one.
 */
export const PRICES_ON = '2025-06-01';
export const PRICES_REGION = 'us-east-1';

/** Hours in a month, as AWS counts them. */
export const HOURS = 730;

const RDS = 'https://aws.amazon.com/rds/postgresql/pricing/';
const S3 = 'https://aws.amazon.com/s3/pricing/';
const LAMBDA = 'https://aws.amazon.com/lambda/pricing/';
const SQS = 'https://aws.amazon.com/sqs/pricing/';
const CLOUDWATCH = 'https://aws.amazon.com/cloudwatch/pricing/';
const TRANSFER = 'https://aws.amazon.com/ec2/pricing/on-demand/';

export interface Price {
  /** Dollars for one unit. */
  readonly dollars: number;
  readonly unit: string;
  readonly source: string;
}

const price = (dollars: number, unit: string, source: string): Price => ({ dollars, unit, source });

/** Single-AZ; a standby costs the same again. */
export const INSTANCE_HOUR: Readonly<Record<string, Price>> = {
  'db.t3.micro': price(0.018, 'hour', RDS),
  'db.t3.small': price(0.036, 'hour', RDS),
  'db.t3.medium': price(0.072, 'hour', RDS),
  'db.t4g.micro': price(0.016, 'hour', RDS),
  'db.t4g.small': price(0.032, 'hour', RDS),
  'db.t4g.medium': price(0.065, 'hour', RDS),
  'db.m7g.large': price(0.168, 'hour', RDS),
};

export const PRICES = {
  /** Single-AZ; a standby costs the same again. */
  storageGb: price(0.115, 'GB-month of gp3', RDS),
  /** Beyond the size of the database, which is free. */
  backupGb: price(0.095, 'GB-month of backup', RDS),
  /** T3 and T4g beyond their credits. */
  surplusCpu: price(0.075, 'vCPU-hour beyond the credits', RDS),
  secret: price(0.4, 'secret and month', 'https://aws.amazon.com/secrets-manager/pricing/'),
  s3Gb: price(0.023, 'GB-month, Standard', S3),
  s3Puts: price(0.005 / 1000, 'PUT or LIST', S3),
  s3Gets: price(0.0004 / 1000, 'GET', S3),
  lambdaRequest: price(0.2 / 1e6, 'request', LAMBDA),
  lambdaSecond: price(0.0000133334, 'GB-second, Arm', LAMBDA),
  lambdaDisk: price(0.0000000309, 'GB-second of disk', LAMBDA),
  sqsRequest: price(0.4 / 1e6, 'request', SQS),
  logGb: price(0.5, 'GB of log taken in', CLOUDWATCH),
  logStoredGb: price(0.03, 'GB-month of log kept', CLOUDWATCH),
  metric: price(0.3, 'metric of our own and month', CLOUDWATCH),
  alarm: price(0.1, 'alarm and month', CLOUDWATCH),
  dashboard: price(3, 'dashboard and month', CLOUDWATCH),
  transferGb: price(0.09, 'GB to the internet', TRANSFER),
} as const satisfies Record<string, Price>;

/** Given every month, for ever. */
export const FREE = {
  alarms: 10,
  metrics: 10,
  dashboards: 3,
  logGb: 5,
  transferGb: 100,
  sqsRequests: 1e6,
  /** Of each function. */
  lambdaDiskGb: 0.5,
};

/** Dollars a month for an instance and its storage, or null where the price of the class is not known. */
export function monthly(instanceClass: string, storageGb: number, copies: number): number | null {
  const hour = INSTANCE_HOUR[instanceClass];
  if (hour === undefined) return null;
  return copies * (hour.dollars * HOURS + storageGb * PRICES.storageGb.dollars);
}
