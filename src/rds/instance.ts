/** An RDS instance as it is now, and waiting for it to become something else. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeDBInstancesCommand, type RDSClient } from '@aws-sdk/client-rds';

export interface Instance {
  readonly id: string;
  /** AWS's word: `available`, `stopped`, `modifying` … */
  readonly status: string;
  readonly class: string;
  readonly storageGb: number;
  readonly multiAz: boolean;
  readonly engine: string;
  readonly endpoint: string | null;
  /** Newest instant that backups can restore. */
  readonly restorableTo: Date | null;
  readonly subnetGroup: string | null;
  readonly securityGroups: readonly string[];
  readonly parameterGroup: string | null;
  readonly pending: readonly string[];
  readonly deletionProtection: boolean;
}

/** Statuses from which an instance does not come back by itself. */
const STUCK = /^(failed|incompatible-.*|storage-full|inaccessible-encryption-credentials.*|restore-error)$/;

/** The instance, or null where there is none. */
export async function describeInstance(rds: RDSClient, id: string): Promise<Instance | null> {
  try {
    const { DBInstances = [] } = await rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: id }));
    const [found] = DBInstances;
    if (found === undefined) return null;
    return {
      id,
      status: found.DBInstanceStatus ?? 'unknown',
      class: found.DBInstanceClass ?? 'unknown',
      storageGb: found.AllocatedStorage ?? 0,
      multiAz: found.MultiAZ ?? false,
      engine: `${found.Engine} ${found.EngineVersion}`,
      endpoint: found.Endpoint?.Address ?? null,
      restorableTo: found.LatestRestorableTime ?? null,
      subnetGroup: found.DBSubnetGroup?.DBSubnetGroupName ?? null,
      securityGroups: (found.VpcSecurityGroups ?? []).flatMap((group) => group.VpcSecurityGroupId ?? []),
      parameterGroup: found.DBParameterGroups?.[0]?.DBParameterGroupName ?? null,
      pending: Object.entries(found.PendingModifiedValues ?? {}).map(([name, value]) => `${name} ${value}`),
      deletionProtection: found.DeletionProtection ?? false,
    };
  } catch (cause) {
    if (cause instanceof Error && /DBInstanceNotFound/.test(cause.name)) return null;
    throw cause;
  }
}

/** The same, where it must be there. */
export async function existingInstance(rds: RDSClient, id: string): Promise<Instance> {
  const instance = await describeInstance(rds, id);
  if (instance === null) {
    throw new RdsError(
      `there is no instance ${id} in this account and region: name it with --instance, and look at AWS_REGION and the credentials`,
    );
  }
  return instance;
}

export interface Waiting {
  /** Milliseconds between two looks. */
  readonly every: number;
  /** Milliseconds after which to give up; AWS goes on all the same. */
  readonly limit: number;
  readonly onStatus: (status: string, seconds: number) => void;
}

/** Look until the instance is as wanted; null stands for one that is gone. */
export async function waitFor(
  rds: RDSClient,
  id: string,
  wanted: (instance: Instance | null) => boolean,
  { every, limit, onStatus }: Waiting,
): Promise<Instance | null> {
  const begun = performance.now();
  for (;;) {
    const instance = await describeInstance(rds, id);
    const elapsed = performance.now() - begun;
    onStatus(instance?.status ?? 'gone', elapsed / 1000);
    if (wanted(instance)) return instance;
    if (instance !== null && STUCK.test(instance.status)) {
      throw new RdsError(
        `${id} is ${instance.status} and will not get over it: see its events ("aws rds describe-events --source-type db-instance --source-identifier ${id}")`,
      );
    }
    if (elapsed > limit) {
      throw new RdsError(
        `${id} is still ${instance?.status ?? 'gone'}: AWS goes on; give the command again to wait on`,
      );
    }
    await sleep(every);
  }
}

/** What the operator can put right, in one line. */
export class RdsError extends Error {
  override readonly name = 'RdsError';
}
