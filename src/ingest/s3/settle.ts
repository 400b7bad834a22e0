/**
 * Settling a version of a bucket object: whatever is delivered twice, late or out of order has one effect.
 *
 * What is known follows from which versions were delivered, not from when: of each key the latest version
 * counts, of several objects of one game the rules of `load` decide, and between equals the object put last. An
 * object that comes after one it should have come before is loaded, and the later ones are loaded again over it.
 */
import { BadInput } from '../../feeds/bad-input.ts';
import { findObject, type ObjectRow, waitingObjects } from '../../store/objects.ts';
import { look } from '../survey.ts';
import { OvertakenError, settleAs } from './commit.ts';
import { settleGame } from './game.ts';
import { rowOf, type Settled, type SettleServices } from './member.ts';
import { nameOf, type ObjectVersion, versionNamed } from './object.ts';
import { settleReference } from './reference.ts';
import { reject } from './reject.ts';
import { OutOfTimeError, settleBundle } from './settle-bundle.ts';
import { withObject } from './spool.ts';

/** Overtaken more often than this, an object is left to a later delivery. */
const TRIES = 20;

/** Settle a version, then whatever waited for it. Faults (database, network, S3) are thrown: deliver it again. */
export async function settle(services: SettleServices, object: ObjectVersion): Promise<Settled> {
  const settled = await settleOne(services, object);
  const { league, role } = (await findObject(services.pool, nameOf(object))) ?? {};
  // Also where it was delivered before: the first delivery may have ended between the two steps.
  if (league && (role === 'schedule' || role === 'seasons')) await settleWaiting(services, object, league);
  return settled;
}

async function settleWaiting(services: SettleServices, object: ObjectVersion, league: string): Promise<void> {
  let progress = 0;
  for (const row of await waitingObjects(services.pool, league)) {
    if (row.role !== 'plays' && row.role !== 'season_totals') continue;
    if (services.isOver?.() === true) throw new OutOfTimeError(object, progress);
    const { state } = await settleOne(services, versionNamed(row));
    if (state !== 'waiting') progress++;
  }
}

async function settleOne(services: SettleServices, object: ObjectVersion): Promise<Settled> {
  for (let tries = 1; ; tries++) {
    const known = await findObject(services.pool, nameOf(object));
    if (known !== null && known.state !== 'waiting') return { state: known.state, report: null };
    try {
      return await attempt(services, object, known !== null);
    } catch (cause) {
      if (!(cause instanceof OvertakenError) || tries === TRIES) throw cause;
    }
  }
}

async function attempt(services: SettleServices, object: ObjectVersion, waited: boolean): Promise<Settled> {
  try {
    const settled = await withObject<Settled>(
      services.spool,
      object,
      async (spooled) => {
        const found = look(spooled.path, new Map());
        if ('error' in found) throw found.error;
        const member = { row: rowOf(object, spooled, found), file: found };
        const given = { services, object, own: member, waited };
        return found.claim.gameId === null ? settleReference(given) : settleGame(given);
      },
      (bundle) => settleBundle(services, object, bundle, (member) => settle(services, member)),
    );
    return settled ?? (await settleMissing(services, object));
  } catch (cause) {
    if (!(cause instanceof BadInput)) throw cause;
    return reject(services, object, cause);
  }
}

async function settleMissing({ pool }: SettleServices, object: ObjectVersion): Promise<Settled> {
  const own: ObjectRow = { ...rowOf(object, null, null), state: 'missing' };
  const report = await settleAs({ pool, own, seen: null }, own, { reason: 'gone before it was read' });
  return { state: own.state, report };
}
