/**
 * What can be done to an instance. Each first says what it will do and cost (`plan`), null where nothing is left
 * to do; then does it and waits (`run`). Given again after an interruption it takes up where AWS is.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateDBSnapshotCommand,
  DeleteDBInstanceCommand,
  DescribeDBSnapshotsCommand,
  ModifyDBInstanceCommand,
  type RDSClient,
  RestoreDBInstanceFromDBSnapshotCommand,
  RestoreDBInstanceToPointInTimeCommand,
  StartDBInstanceCommand,
  StopDBInstanceCommand,
} from '@aws-sdk/client-rds';
import {
  describeInstance,
  existingInstance,
  type Instance,
  RdsError,
  type Waiting,
  waitFor,
} from './instance.ts';
import { monthly, PRICES } from './prices.ts';

/** What an action will do, in lines for whoever decides; null where it is done already. */
export interface Action {
  readonly plan: readonly string[] | null;
  /** Does it, and returns what is to be said at the end. */
  run(): Promise<string>;
}

interface Context {
  readonly rds: RDSClient;
  readonly id: string;
  readonly waiting: Waiting;
}

const isAvailable = (instance: Instance | null) => instance?.status === 'available';
const dollars = (amount: number | null) => (amount === null ? 'an unknown price' : `$${amount.toFixed(2)}`);
const costOf = (instance: Instance) => monthly(instance.class, instance.storageGb, instance.multiAz ? 2 : 1);

/** Stop it: queue and bucket keep what arrives. */
export async function stop({ rds, id, waiting }: Context): Promise<Action> {
  const instance = await existingInstance(rds, id);
  const done = `${id} is stopped`;
  if (instance.status === 'stopped') return { plan: null, run: async () => done };
  const storage = instance.storageGb * PRICES.storageGb.dollars;
  return {
    plan: [
      `stop ${id} (${instance.class}, ${instance.status})`,
      'the API answers 503 and files wait in the queue until it is started',
      `while stopped only storage and backups are billed: ${dollars(storage)} a month instead of ${dollars(costOf(instance))}`,
      'AWS starts it again by itself after seven days',
    ],
    async run() {
      if (instance.status !== 'stopping')
        await rds.send(new StopDBInstanceCommand({ DBInstanceIdentifier: id }));
      await waitFor(rds, id, (now) => now?.status === 'stopped', waiting);
      return done;
    },
  };
}

/** Start it again. */
export async function start({ rds, id, waiting }: Context): Promise<Action> {
  const instance = await existingInstance(rds, id);
  const done = `${id} is available`;
  if (isAvailable(instance)) return { plan: null, run: async () => done };
  return {
    plan: [
      `start ${id} (${instance.class}, ${instance.status})`,
      `from then on it is billed: ${dollars(costOf(instance))} a month`,
      'files that waited in the queue are loaded by themselves; those in the dead letters are to be sent back',
    ],
    async run() {
      const begun = /^stop/.test(instance.status)
        ? await waitFor(rds, id, (now) => now?.status === 'stopped', waiting)
        : instance;
      if (begun?.status === 'stopped')
        await rds.send(new StartDBInstanceCommand({ DBInstanceIdentifier: id }));
      await waitFor(rds, id, isAvailable, waiting);
      return done;
    },
  };
}

/** Take a snapshot under a name of its own. */
export async function snapshot({ rds, id, waiting }: Context, name: string): Promise<Action> {
  const instance = await existingInstance(rds, id);
  const known = await snapshotStatus(rds, name);
  const done = `snapshot ${name} is there`;
  if (known === 'available') return { plan: null, run: async () => done };
  const most = instance.storageGb * PRICES.backupGb.dollars;
  return {
    plan: [
      `take snapshot ${name} of ${id}`,
      `it stays until it is deleted: at most ${dollars(most)} a month, nothing while all backups together are smaller than the database`,
      instance.multiAz ? 'reads and writes go on' : 'writes may pause for some seconds',
    ],
    async run() {
      if (known === null) {
        await rds.send(new CreateDBSnapshotCommand({ DBInstanceIdentifier: id, DBSnapshotIdentifier: name }));
      }
      const begun = performance.now();
      for (let status: string | null = 'creating'; status !== 'available'; await sleep(waiting.every)) {
        status = await snapshotStatus(rds, name);
        waiting.onStatus(status ?? 'gone', (performance.now() - begun) / 1000);
        if (status === 'failed' || status === null)
          throw new RdsError(`snapshot ${name} has failed: take another`);
        if (status === 'available') break;
      }
      return done;
    },
  };
}

async function snapshotStatus(rds: RDSClient, name: string): Promise<string | null> {
  try {
    const { DBSnapshots = [] } = await rds.send(
      new DescribeDBSnapshotsCommand({ DBSnapshotIdentifier: name }),
    );
    return DBSnapshots[0]?.Status ?? null;
  } catch (cause) {
    if (cause instanceof Error && /DBSnapshotNotFound/.test(cause.name)) return null;
    throw cause;
  }
}

/** Where a restore takes its data from: a snapshot, an instant, or the newest instant that backups hold. */
export type RestoreFrom = { readonly snapshot: string } | { readonly time: Date } | 'latest';

/** Restore beside the original, as it is: same network, groups and settings. Nothing points to it by itself. */
export async function restore({ rds, id, waiting }: Context, to: string, from: RestoreFrom): Promise<Action> {
  if (to === id) throw new RdsError('a restore makes another instance: give it another name with --to');
  const source = await existingInstance(rds, id);
  const known = await describeInstance(rds, to);
  const done = `${to} is available; remove it with "rds remove" when it has served`;
  if (isAvailable(known)) return { plan: null, run: async () => done };
  const what = describeSource(from, source);
  const common = {
    DBInstanceClass: source.class,
    DBSubnetGroupName: source.subnetGroup ?? undefined,
    VpcSecurityGroupIds: [...source.securityGroups],
    DBParameterGroupName: source.parameterGroup ?? undefined,
    EnableIAMDatabaseAuthentication: true,
    PubliclyAccessible: false,
    MultiAZ: false,
    CopyTagsToSnapshot: true,
    DeletionProtection: false,
  };
  const ask = () => {
    if (from !== 'latest' && 'snapshot' in from) {
      const source = { DBInstanceIdentifier: to, DBSnapshotIdentifier: from.snapshot };
      return rds.send(new RestoreDBInstanceFromDBSnapshotCommand({ ...common, ...source }));
    }
    const when = from === 'latest' ? { UseLatestRestorableTime: true } : { RestoreTime: from.time };
    const both = { SourceDBInstanceIdentifier: id, TargetDBInstanceIdentifier: to };
    return rds.send(new RestoreDBInstanceToPointInTimeCommand({ ...common, ...when, ...both }));
  };
  return {
    plan: [
      `restore ${id} as of ${what} into a new instance ${to} (${source.class}, Single-AZ)`,
      `it is billed until it is removed: ${dollars(monthly(source.class, source.storageGb, 1))} a month`,
      `${id} is not touched, and nothing uses ${to} by itself`,
    ],
    async run() {
      if (known === null) await ask();
      await waitFor(rds, to, isAvailable, waiting);
      return done;
    },
  };
}

function describeSource(from: RestoreFrom, source: Instance): string {
  if (from === 'latest') return `its newest backup (${source.restorableTo?.toISOString() ?? 'unknown'})`;
  return 'time' in from ? from.time.toISOString() : `snapshot ${from.snapshot}`;
}

/** Another class, or more storage. */
export async function resize(
  { rds, id, waiting }: Context,
  wanted: { readonly class: string; readonly storageGb: number },
): Promise<Action> {
  const instance = await existingInstance(rds, id);
  const fits = (now: Instance | null) =>
    now?.class === wanted.class && now.storageGb >= wanted.storageGb && isAvailable(now);
  const done = `${id} is ${wanted.class} with ${wanted.storageGb} GB`;
  if (wanted.storageGb < instance.storageGb) {
    throw new RdsError(
      `${id} has ${instance.storageGb} GB, and storage never shrinks: restore into a new database instead`,
    );
  }
  if (fits(instance)) return { plan: null, run: async () => done };
  const after = monthly(wanted.class, wanted.storageGb, instance.multiAz ? 2 : 1);
  return {
    plan: [
      `change ${id} from ${instance.class} with ${instance.storageGb} GB to ${wanted.class} with ${wanted.storageGb} GB`,
      `${dollars(costOf(instance))} a month become ${dollars(after)}`,
      wanted.class === instance.class
        ? 'no restart; more storage cannot be taken back'
        : 'the database restarts: some minutes of 503, and files wait',
      'the stack does not know: set the same in infra/sizes.ts, or the next deploy takes it back',
    ],
    async run() {
      const asked = (now: Instance | null) =>
        now?.pending.some((entry) => /^(DBInstanceClass|AllocatedStorage) /.test(entry)) === true;
      // What AWS is at may be this, asked for before, or something else that has to end first.
      const settled = (now: Instance | null) => isAvailable(now) || asked(now);
      const now =
        instance.status === 'modifying' && !asked(instance)
          ? await waitFor(rds, id, settled, waiting)
          : instance;
      if (!asked(now) && !fits(now)) {
        await rds.send(
          new ModifyDBInstanceCommand({
            DBInstanceIdentifier: id,
            DBInstanceClass: wanted.class,
            AllocatedStorage: wanted.storageGb,
            ApplyImmediately: true,
          }),
        );
      }
      await waitFor(rds, id, fits, waiting);
      return done;
    },
  };
}

/** Remove a restored copy; never an instance that is protected. */
export async function remove({ rds, id, waiting }: Context): Promise<Action> {
  const instance = await describeInstance(rds, id);
  const done = `${id} is gone`;
  if (instance === null) return { plan: null, run: async () => done };
  if (instance.deletionProtection) {
    throw new RdsError(`${id} is protected against deletion: this command is for restored copies`);
  }
  return {
    plan: [
      `remove ${id} with all its data, without a snapshot`,
      `it is billed no more: ${dollars(costOf(instance))} a month`,
    ],
    async run() {
      if (instance.status !== 'deleting') {
        await rds.send(
          new DeleteDBInstanceCommand({
            DBInstanceIdentifier: id,
            SkipFinalSnapshot: true,
            DeleteAutomatedBackups: true,
          }),
        );
      }
      await waitFor(rds, id, (now) => now === null, waiting);
      return done;
    },
  };
}
