/** What a panel is asked: the same for all of its rows. */
import type { SeasonType } from '../../plays/game.ts';
import type { League } from '../../sports/leagues.ts';
import type { Scope } from '../combine.ts';
import type { Boundary } from '../query.ts';
import type { Field } from './fields.ts';

export interface PanelQuestion {
  readonly league: League;
  /** State of knowledge of every row: fixed before the first is read, so that no ingest falls between two. */
  readonly basis: number;
  readonly boundary: Boundary;
  readonly scope: Scope;
  readonly seasonType: SeasonType | 'all';
  readonly fields: readonly Field[];
  /** Oldest the last play may be at a row's instant, milliseconds; what is older has no values. Null: any age. */
  readonly maxAge: number | null;
}

/** Rows in a panel at most. */
export const MAX_ROWS = 2_000_000;
/** Different players and teams in a panel at most: known or not, each is held while the panel is answered. */
export const MAX_ENTITIES = 250_000;
