/** The whole service as one CloudFormation stack. */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Database } from './database.ts';
import { IngestBucket } from './ingest-bucket.ts';
import { Network } from './network.ts';
import type { Size } from './sizes.ts';

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

    const { vpc } = new Network(this, 'Network');
    const database = new Database(this, 'Database', { vpc, size });
    const { bucket } = new IngestBucket(this, 'Ingest');

    const outputs = {
      IngestBucketName: ['Drop game files under incoming/', bucket.bucketName],
      DatabaseEndpoint: ['Host name, private to the VPC', database.instance.dbInstanceEndpointAddress],
      DatabasePort: ['PostgreSQL port', database.instance.dbInstanceEndpointPort],
      DatabaseSecretArn: ['Master user and password', database.secret.secretArn],
      DatabaseSecurityGroupId: ['Worn by the database', database.securityGroup.securityGroupId],
      DatabaseClientSecurityGroupId: ['Wear it to reach the database', database.clients.securityGroupId],
    } as const;
    for (const [name, [description, value]] of Object.entries(outputs)) {
      new CfnOutput(this, name, { description, value });
    }
  }
}
