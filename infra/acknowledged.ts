/** Findings of cdk-nag that stay, each with the reason why. */
import { Stack, Validations } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import type { CodeFunction } from './code-function.ts';
import type { Database } from './database.ts';
import type { Network } from './network.ts';

/** What the findings are about. */
export interface Acknowledged {
  readonly network: Network;
  readonly database: Database;
  readonly bucket: s3.Bucket;
  readonly functions: readonly CodeFunction[];
  readonly loader: CodeFunction;
}

/** Say why each stays. */
export function acknowledge({ network, database, bucket, functions, loader }: Acknowledged): void {
  const stays = (construct: IConstruct, rule: string, reason: string) =>
    Validations.of(construct).acknowledge({ id: `AwsSolutions::AwsSolutions-${rule}`, reason });

  stays(
    network,
    'VPC7',
    'Flow logs are billed by the gigabyte. No packet can enter this network or leave it but to S3, which keeps its own record.',
  );
  stays(
    database,
    'SMG4',
    'Nothing that runs signs in with the master password. Rotation would need a function with a road to Secrets Manager, 7 dollars a month and zone.',
  );
  stays(
    database,
    'RDS3',
    'Single-AZ by decision at the default size (docs/adr): a standby doubles the bill. `-c size=prod` has one.',
  );
  stays(
    database,
    'RDS11',
    'Another port hides nothing from whoever is already inside the network, and surprises everybody else.',
  );
  if (database.replica !== null) {
    stays(
      database.replica,
      'RDS2',
      'A replica is encrypted as its source is, and CloudFormation refuses to be told so.',
    );
  }
  stays(
    bucket,
    'S1',
    'Access logs of a bucket that one function and its operator use would need a second bucket; CloudTrail can tell where it is needed.',
  );
  const name = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as s3.CfnBucket);
  for (const prefix of ['incoming', 'ledger', 'quarantine', 'unfinished']) {
    stays(
      loader.role,
      `IAM5[Resource::<${name}.Arn>/${prefix}/*]`,
      'Every object under the one prefix is meant.',
    );
  }
  for (const { role, user } of functions) {
    stays(
      role,
      `IAM5[Resource::arn:<AWS::Partition>:rds-db:<AWS::Region>:<AWS::AccountId>:dbuser:*/${user}]`,
      'A restored database has a resource id that nobody knows beforehand. Only one that has this very role lets it in, and only the stack’s own can be reached.',
    );
    stays(
      role,
      'IAM5[Resource::*]',
      'Network interfaces have no name before Lambda makes them; AWS asks for these actions on every resource.',
    );
  }
}
