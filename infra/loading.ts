/** From a file in the bucket to rows in the database: notification, queue, loader function. */
import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ROLES } from '../src/database/roles.ts';
import { JOURNAL } from '../src/ingest/s3/journal.ts';
import { QUARANTINE } from '../src/ingest/s3/quarantine.ts';
import { UNFINISHED } from '../src/ingest/s3/unfinished.ts';
import { CodeFunction } from './code-function.ts';
import type { Database } from './database.ts';
import { incomingPrefix } from './ingest-bucket.ts';
import type { Network } from './network.ts';
import type { Size } from './sizes.ts';
import { SynthesisError } from './synthesis-error.ts';

export interface LoadingProps {
  readonly network: Network;
  readonly database: Database;
  readonly bucket: s3.Bucket;
  readonly size: Size;
}

const TIMEOUT = Duration.minutes(4);
/** Lambda asks for six times the function's: a batch must not come back while it is still worked on. */
const VISIBILITY = Duration.minutes(24);
/** Four hours of a database that is away before a file goes to the dead letters, from where it can be sent again. */
const RECEIVES = 10;

/** The queue between, so that a stopped database delays files and loses none. */
export class Loading extends Construct {
  readonly queue: sqs.Queue;
  readonly deadLetters: sqs.Queue;
  readonly loader: CodeFunction;

  constructor(scope: Construct, id: string, { network, database, bucket, size }: LoadingProps) {
    super(scope, id);
    this.deadLetters = new sqs.Queue(this, 'DeadLetters', {
      enforceSSL: true,
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      retentionPeriod: Duration.days(14),
    });
    this.queue = new sqs.Queue(this, 'Queue', {
      enforceSSL: true,
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      retentionPeriod: Duration.days(14),
      visibilityTimeout: VISIBILITY,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: RECEIVES },
    });
    this.#notify(bucket);

    this.loader = new CodeFunction(this, 'Loader', {
      name: 'loader',
      description: 'Loads files that were put into the bucket',
      network,
      database,
      user: ROLES.loader,
      // Memory buys CPU: here, half a core. A sixteenth of it is the largest document that is let in.
      memoryMb: 1024,
      // A bundle as it lies in the bucket and its members; and another that tells games of it otherwise.
      diskMb: 4096,
      timeout: TIMEOUT,
      concurrency: size.loaders,
    });
    this.loader.function.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: 10,
        reportBatchItemFailures: true,
        // No more than may run: messages beyond that would be received, throttled, and counted as tried.
        maxConcurrency: size.loaders,
      }),
    );
    const { role } = this.loader;
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: [incomingPrefix, UNFINISHED].map((prefix) => bucket.arnForObjects(`${prefix}*`)),
      }),
    );
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['s3:PutObject'],
        resources: [QUARANTINE, JOURNAL, UNFINISHED].map((prefix) => bucket.arnForObjects(`${prefix}*`)),
      }),
    );
    // Without it S3 answers "forbidden" where it means "not there".
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['s3:ListBucket', 's3:ListBucketVersions'],
        resources: [bucket.bucketArn],
      }),
    );
  }

  /**
   * Said in the template, not by CDK's custom resource, which would add a function to do it. The queue's policy
   * names the account and not the bucket: the bucket cannot be made before the queue lets it in.
   */
  #notify(bucket: s3.Bucket): void {
    const result = this.queue.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    const resource = bucket.node.defaultChild;
    if (!(resource instanceof s3.CfnBucket)) throw new SynthesisError('the bucket has no resource');
    resource.notificationConfiguration = {
      // The second is how the loader goes on with a file that takes longer than it may run.
      queueConfigurations: [incomingPrefix, UNFINISHED].map((value) => ({
        event: 's3:ObjectCreated:*',
        queue: this.queue.queueArn,
        filter: { s3Key: { rules: [{ name: 'prefix', value }] } },
      })),
    };
    if (result.policyDependable !== undefined) resource.node.addDependency(result.policyDependable);
  }
}
