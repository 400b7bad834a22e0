/** The whole service as one CloudFormation stack. */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledged.ts';
import { Api } from './api.ts';
import { Database } from './database.ts';
import { IngestBucket } from './ingest-bucket.ts';
import { Loading } from './loading.ts';
import { Maintenance } from './maintenance.ts';
import { Network } from './network.ts';
import type { Size } from './sizes.ts';
import { Watch } from './watch.ts';

/** A stack's usual properties, and how large it is. */
export interface PlayclockStackProps extends StackProps {
  readonly size: Size;
}

/**
 * One stack, because its parts are deployed, resized and removed together. What holds data survives its removal:
 * the bucket is retained and the database leaves a final snapshot.
 */
export class PlayclockStack extends Stack {
  constructor(scope: Construct, id: string, { size, ...props }: PlayclockStackProps) {
    // The tag is on every resource and, copied, on every snapshot: the bill can be read by it.
    super(scope, id, { ...props, tags: { service: 'playclock', ...props.tags } });

    const network = new Network(this, 'Network');
    const database = new Database(this, 'Database', { vpc: network.vpc, size });
    const { bucket } = new IngestBucket(this, 'Ingest');
    network.openTo(bucket);
    const maintenance = new Maintenance(this, 'Maintenance', { network, database });
    const loading = new Loading(this, 'Loading', { network, database, bucket, size });
    const api = new Api(this, 'Api', { network, database, size });
    // The schema first: on a deploy the new code of both comes after the migrations it needs.
    loading.loader.function.node.addDependency(maintenance.migrated);
    api.api.function.node.addDependency(maintenance.migrated);
    const { topic } = new Watch(this, 'Watch', { database, loading, api, maintenance, size });
    acknowledge({
      ...{ network, database, bucket, loader: loading.loader },
      functions: [maintenance.roles, maintenance.maintenance, loading.loader, api.api],
    });

    const outputs = {
      ApiUrl: ['The API and its page', api.url.url],
      IngestBucketName: ['Drop game files under incoming/', bucket.bucketName],
      AlarmTopicArn: ['Subscribe to it to be told', topic.topicArn],
      MaintenanceFunction: ['Invoke it to manage keys', maintenance.maintenance.function.functionName],
      DeadLetterQueueUrl: ['Files that could not be loaded', loading.deadLetters.queueUrl],
      DatabaseInstance: ['For the rds commands', database.instance.instanceIdentifier],
      DatabaseEndpoint: ['Host name, private to the VPC', database.instance.dbInstanceEndpointAddress],
      DatabasePort: ['PostgreSQL port', database.instance.dbInstanceEndpointPort],
      DatabaseSecretArn: [
        'The master’s first password, which ends in the first deploy',
        database.secret.secretArn,
      ],
      DatabaseSecurityGroupId: ['Worn by the database', database.securityGroup.securityGroupId],
      DatabaseClientSecurityGroupId: ['Wear it to reach the database', database.clients.securityGroupId],
    } as const;
    for (const [name, [description, value]] of Object.entries(outputs)) {
      new CfnOutput(this, name, { description, value });
    }
  }
}
