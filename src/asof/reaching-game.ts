/** The first game by whose end a counter had reached a value: a search of final lines, no play is read. */
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import { leagueNamed } from '../sports/leagues.ts';
import { entityTables } from '../store/tables.ts';
import { partsOf } from './entity.ts';
import type { Subject } from './interval-end.ts';
import { cached, type Db, visibilityOf } from './query.ts';
import { firstSeen, type Visibility } from './seen.ts';

export interface Goal {
  /** Position of the counter, and the value in stored units. */
  readonly position: number;
  readonly value: number;
  /** The season part in which games add up, or null for single games. */
  readonly seasonOrder: number | null;
}

const statement = cached(
  (
    code: string,
    kind: Kind,
    visibility: Visibility,
    seasonType: SeasonType | 'all',
    position: string,
    scope: 'game' | 'part',
  ) => {
    const league = leagueNamed(code);
    const tables = entityTables(code, league.sport, kind);
    const parts = partsOf(seasonType);
    const counter = `x.${tables.counters[Number(position)]}`;
    const [value, inPart] =
      scope === 'part'
        ? [`x.season_before[${Number(position) + 1}] + ${counter}`, 'x.season_order = $3']
        : [counter, '$3::int is null'];
    const rows = `select x.started_at from ${tables.game.table} x
      where x.${tables.key} = $1 and ${value} >= $2 and ${inPart}
        ${parts === 'all' ? '' : `and x.season_order % 10 = ${parts.type}`}`;
    return firstSeen(rows, 'started_at', visibility, '$4::int');
  },
);

/** When that game began, epoch milliseconds; null where there is none. */
export async function findReachingGame(
  db: Db,
  { league, kind, key, seasonType }: Subject,
  { position, value, seasonOrder }: Goal,
  basis: number | null,
): Promise<number | null> {
  const scope = seasonOrder === null ? 'game' : 'part';
  const values: unknown[] = [key, value, seasonOrder];
  const { rows } = await db.query<{ started_at: number }>({
    ...statement(league.code, kind, visibilityOf({ basis }), seasonType, String(position), scope),
    values: basis === null ? values : [...values, basis],
  });
  return rows[0]?.started_at ?? null;
}
