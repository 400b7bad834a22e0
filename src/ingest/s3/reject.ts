/** A poison object: out of the way, and in the ledger. */
import type { BadInput } from '../../feeds/bad-input.ts';
import { findObject, type ObjectRow } from '../../store/objects.ts';
import { settleAs } from './commit.ts';
import { rowOf, type Settled, type SettleServices } from './member.ts';
import { nameOf, type ObjectVersion, uriOf } from './object.ts';
import { quarantine } from './quarantine.ts';

/** Into quarantine first: a crash between the two puts the same copy there again. */
export async function reject(
  { pool, spool }: SettleServices,
  object: ObjectVersion,
  error: BadInput,
): Promise<Settled> {
  await quarantine(spool, object, error);
  const known = await findObject(pool, nameOf(object));
  const own: ObjectRow = { ...(known ?? rowOf(object, null, null)), state: 'rejected' };
  const report = await settleAs({ pool, own, seen: null }, own, {
    outcome: 'rejected',
    source: uriOf(object),
    place: error.place,
    reason: `${error.reason}; ${error.remedy}`,
  });
  return { state: own.state, report: { ...report, reason: error.reason, remedy: error.remedy } };
}
