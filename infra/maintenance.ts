/** Roles and migrations on deploy, before any code that needs them; indexes, every week. */
import { CustomResource } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { ROLES } from '../src/database/roles.ts';
import { CodeFunction, LONGEST } from './code-function.ts';
import { type Database, masterUser } from './database.ts';
import type { Network } from './network.ts';

export interface MaintenanceProps {
  readonly network: Network;
  readonly database: Database;
}

/** Counted up when the roles themselves change. */
const ROLES_VERSION = '1';

/**
 * The master secret is used once. CloudFormation, which can reach Secrets Manager, resolves it into a function of
 * its own (it resolves references in functions, and not in custom resources); that function makes the roles and
 * then gives the master a password that nobody knows. What was resolved opens nothing any more.
 */
export class Maintenance extends Construct {
  readonly maintenance: CodeFunction;
  readonly roles: CodeFunction;
  /** Whatever needs the schema depends on it. */
  readonly migrated: CustomResource;

  constructor(scope: Construct, id: string, { network, database }: MaintenanceProps) {
    super(scope, id);
    const common = {
      name: 'maintenance',
      network,
      database,
      user: ROLES.migrator,
      memoryMb: 512,
      timeout: LONGEST,
      concurrency: 1,
    } as const;
    this.roles = new CodeFunction(this, 'Roles', {
      ...common,
      description: 'Makes the roles of the database, once',
      environment: {
        MASTER_USER: masterUser,
        MASTER_PASSWORD: database.secret.secretValueFromJson('password').unsafeUnwrap(),
      },
    });
    this.maintenance = new CodeFunction(this, 'Maintenance', {
      ...common,
      description: 'Migrates the database, manages keys, rebuilds indexes',
    });
    const made = new CustomResource(this, 'MadeRoles', {
      serviceToken: this.roles.function.functionArn,
      resourceType: 'Custom::PlayclockRoles',
      properties: { Task: 'roles', Version: ROLES_VERSION },
    });
    // All of both: without the rules of the security groups nothing connects, and it answers CloudFormation
    // through a bucket, over the endpoint.
    made.node.addDependency(database, network);
    this.migrated = new CustomResource(this, 'Migrations', {
      serviceToken: this.maintenance.function.functionArn,
      resourceType: 'Custom::PlayclockMigrations',
      properties: { Task: 'migrate', Code: this.maintenance.codeHash },
    });
    this.migrated.node.addDependency(made);
    const weekly = new events.Rule(this, 'Weekly', {
      description: 'Has loose indexes rebuilt',
      // An hour before the window in which RDS itself may maintain the instance.
      schedule: events.Schedule.cron({ weekDay: 'TUE', hour: '9', minute: '0' }),
    });
    weekly.addTarget(
      new targets.LambdaFunction(this.maintenance.function, {
        event: events.RuleTargetInput.fromObject({ command: 'compact' }),
        retryAttempts: 0,
      }),
    );
  }
}
