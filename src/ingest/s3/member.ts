/** What settling an object goes by. */
import type pg from 'pg';
import type { ObjectRow, ObjectState } from '../../store/objects.ts';
import type { LoadReport } from '../load.ts';
import type { SurveyedFile } from '../survey.ts';
import { nameOf, type ObjectVersion } from './object.ts';
import type { Spool, Spooled } from './spool.ts';

export interface SettleServices {
  readonly pool: pg.Pool;
  readonly spool: Spool;
  /** Whether it is time to end: looked at between files, and answered by `OutOfTimeError`. */
  readonly isOver?: () => boolean;
  /** Told of each member of a bundle that was settled. */
  readonly onMember?: (object: ObjectVersion, settled: Settled) => void;
}

export interface Settled {
  readonly state: ObjectState;
  /** Null where nothing was to be done: delivered before, or still waiting. */
  readonly report: LoadReport | null;
}

/** An object with its file on this disk. */
export interface Member {
  readonly row: ObjectRow;
  readonly file: SurveyedFile;
}

/** An object on its way in. */
export interface Given {
  readonly services: SettleServices;
  readonly object: ObjectVersion;
  readonly own: Member;
  /** Whether it was looked at before and found to need another file. */
  readonly waited: boolean;
}

/** The row of an object that counts, by what is known of it so far. */
export function rowOf(object: ObjectVersion, spooled: Spooled | null, found: SurveyedFile | null): ObjectRow {
  return {
    ...nameOf(object),
    sequencer: object.sequencer,
    modifiedAt: spooled?.modifiedAt ?? null,
    state: 'settled',
    league: found?.claim.league ?? null,
    feed: found?.claim.feed ?? null,
    role: found?.claim.role ?? null,
    gameId: found?.claim.gameId ?? null,
  };
}
