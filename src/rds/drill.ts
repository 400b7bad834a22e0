/** The restore drill: what a loss would cost in time and data, found out before it happens. */
import type { RDSClient } from '@aws-sdk/client-rds';
import type { Fingerprint } from '../asof/fingerprint.ts';
import { remove, restore } from './actions.ts';
import { RdsError, type Waiting } from './instance.ts';

/** Asks a database what it holds: null is the running one; up to a basis, or as it is. */
export type AskFingerprint = (instance: string | null, basis: number | null) => Promise<Fingerprint>;

export interface DrillReport {
  readonly secondsToRecover: number;
  readonly basis: number;
  /** Ingests that the restored copy does not have. */
  readonly lostIngests: number;
  /** Seconds of knowledge lost: between the newest ingests of both. */
  readonly lostSeconds: number;
  readonly ledgerAgrees: boolean;
  readonly answersAgree: boolean;
  readonly asked: number;
}

/** Name of the copy that a drill makes. */
export const drillCopyOf = (id: string) => `${id}-drill`;

/**
 * Restore the newest backup, compare, and remove it whatever came out. A copy that an interrupted drill left is removed
 * first: it was restored before, and would tell neither the time nor the loss of today.
 */
export async function drill(
  rds: RDSClient,
  id: string,
  ask: AskFingerprint,
  waiting: Waiting,
): Promise<DrillReport> {
  const copy = drillCopyOf(id);
  const left = await remove({ rds, id: copy, waiting });
  if (left.plan !== null) await left.run();
  const now = await ask(null, null);
  const begun = performance.now();
  try {
    await (await restore({ rds, id, waiting }, copy, 'latest')).run();
    const restored = await ask(copy, null);
    const secondsToRecover = (performance.now() - begun) / 1000;
    if (restored.basis > now.basis)
      throw new RdsError(`${copy} knows more than ${id} did: remove it and drill again`);
    const then = await ask(null, restored.basis);
    const instant = (print: Fingerprint) => Date.parse(print.committedAt ?? '1970-01-01');
    return {
      secondsToRecover,
      basis: restored.basis,
      lostIngests: now.basis - restored.basis,
      lostSeconds: restored.basis === now.basis ? 0 : (instant(now) - instant(restored)) / 1000,
      ledgerAgrees: restored.ledger === then.ledger,
      answersAgree: restored.answers === then.answers,
      asked: restored.asked,
    };
  } finally {
    await (await remove({ rds, id: copy, waiting })).run();
  }
}
