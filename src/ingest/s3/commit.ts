/** An ingest that settles a version of an object: data, ledger row and the object's row in one transaction. */
import type pg from 'pg';
import { blankEntry, ingest, type LedgerEntry } from '../../store/ledger.ts';
import { findObject, newestDependency, type ObjectRow, recordObject } from '../../store/objects.ts';
import { type LoadReport, toReport } from '../load.ts';
import { uriOf, versionNamed } from './object.ts';

/** Another delivery was settled while this one was being prepared: look again. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
  constructor(key: string) {
    super(`another delivery overtook ${key}`);
  }
}

/** An object, and the state of the ledger in which it was looked at. */
export interface Settling {
  readonly pool: pg.Pool;
  readonly own: ObjectRow;
  /** `newestDependency` of then; null where nothing else matters. */
  readonly seen: number | null;
}

/** Run an ingest unless this version is settled by now, or something it depends on has changed. */
export async function settlingIngest(
  { pool, own, seen }: Settling,
  work: (client: pg.PoolClient, basis: number) => Promise<LedgerEntry>,
): Promise<LoadReport> {
  const entry = await ingest(pool, Date.now(), async (client, basis) => {
    const known = await findObject(client, own);
    if (known !== null && known.state !== 'waiting') throw new OvertakenError(own.key);
    if (seen !== null && own.league !== null) {
      const now = await newestDependency(client, own.league, own.gameId);
      if (now !== seen) throw new OvertakenError(own.key);
    }
    return work(client, basis);
  });
  return toReport(entry);
}

/** Settle a version that changes nothing else. */
export function settleAs(
  settling: Settling,
  own: ObjectRow,
  entry: Partial<LedgerEntry> & { readonly reason: string },
): Promise<LoadReport> {
  return settlingIngest(settling, async (client, basis) => {
    await recordObject(client, own, basis);
    return { ...blank(own), ...entry };
  });
}

function blank(own: ObjectRow): LedgerEntry {
  return { ...blankEntry(uriOf(versionNamed(own))), league: own.league, gameId: own.gameId };
}
