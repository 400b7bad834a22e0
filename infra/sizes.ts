/**
 * How large a deployment is: `npx cdk deploy -c size=prod`.
 *
 * Both sizes are the same stack, so going from one to the other resizes the database in place (the instance
 * restarts). Allocated storage only ever grows on RDS: after `prod`, deploying `dev` again is refused.
 */
import type { Node } from 'constructs';
import { SynthesisError } from './synthesis-error.ts';

/** What differs between sizes. Everything else is the same for all of them. */
export interface Size {
  /** EC2 name of the instance class, without RDS's `db.` prefix. */
  readonly instanceType: string;
  /**
   * A standby in the second zone, of the same *instance*. Never a Multi-AZ *cluster* (two readable standbys):
   * Jepsen's analysis of 2025-04-29 found that those allow anomalies that snapshot isolation forbids, and
   * "the same basis gives the same answer" rests on snapshot isolation.
   */
  readonly multiAz: boolean;
  readonly storageGb: number;
  /** RDS enlarges the volume by itself up to here; the ceiling is what bounds the bill. */
  readonly maxStorageGb: number;
  /** A copy to read from, for reports that would weigh on the API. */
  readonly replica: boolean;
  /**
   * Functions running at once. A loader holds two connections, an API that streams three (`src/lambda/connection.ts`);
   * all together must fit `max_connections` with room for a person in psql and what RDS keeps for itself.
   */
  readonly loaders: number;
  readonly apis: number;
  /** PostgreSQL settings that follow from the class's memory, in the parameter group's units. */
  readonly memorySettings: Readonly<Record<string, string>>;
}

/**
 * One gigabyte, of which RDS gives a quarter to shared_buffers; the system and RDS's own processes take their
 * share. What is left is divided here between connections, sorts and vacuum, so that a burst of callers is
 * refused connections instead of making the kernel kill PostgreSQL.
 */
export const dev: Size = {
  instanceType: 't3.micro',
  multiAz: false,
  storageGb: 20,
  maxStorageGb: 100,
  replica: false,
  loaders: 2,
  apis: 10,
  memorySettings: {
    // RDS's formula (memory / 9,531,392 bytes) allows up to 112; at several MB a backend that is all that is left.
    max_connections: '50',
    // kB, per sort or hash, and a query may hold several: PostgreSQL's default, pinned because it is a budget.
    work_mem: '4096',
    // kB. Unset, each of three autovacuum workers takes what one maintenance command may: 64 MB, three times.
    autovacuum_work_mem: '32768',
    maintenance_work_mem: '65536',
  },
};

/** Eight gigabytes and no CPU credits to run out of; vacuum memory is left to RDS's own formulas. */
const prod: Size = {
  instanceType: 'm7g.large',
  multiAz: true,
  storageGb: 100,
  maxStorageGb: 1000,
  replica: true,
  loaders: 4,
  apis: 55,
  memorySettings: {
    max_connections: '200',
    work_mem: '16384',
  },
};

const sizes: ReadonlyMap<unknown, Size> = new Map([
  ['dev', dev],
  ['prod', prod],
]);

/** The size named by the CDK context key `size` (default `dev`); any other name stops the synthesis. */
export function sizeFromContext(node: Node): Size {
  const name: unknown = node.tryGetContext('size') ?? 'dev';
  const size = sizes.get(name);
  if (size === undefined) {
    throw new SynthesisError(
      `Unknown size ${JSON.stringify(name)}: use one of ${[...sizes.keys()].join(', ')}`,
    );
  }
  return size;
}
