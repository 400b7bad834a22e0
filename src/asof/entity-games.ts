/** A player's or team's games loaded play by play, with the final line of each and the season part before it. */
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import type { Side } from '../plays/play.ts';
import { leagueNamed } from '../sports/leagues.ts';
import type { Vector } from '../store/careers.ts';
import { entityTables } from '../store/tables.ts';
import { partsOf } from './entity.ts';
import type { Subject } from './interval-end.ts';
import { cached, type Db, visibilityOf } from './query.ts';
import { seenRows, type Visibility } from './seen.ts';

export interface EntityGame {
  readonly game_key: number;
  readonly game_id: string;
  readonly season_order: number;
  readonly side: Side;
  /** First and last play of the game; no last one while it is not over. */
  readonly started_at: number;
  readonly ended_at: number | null;
  readonly final: Vector;
  readonly before: Vector;
}

/** `$2` and `$3` bound the start, both inclusive; `$5` lets games in that it was merely listed for. */
const statement = cached(
  (
    code: string,
    kind: Kind,
    visibility: Visibility,
    seasonType: SeasonType | 'all',
    direction: 'asc' | 'desc',
  ) => {
    const league = leagueNamed(code);
    const tables = entityTables(code, league.sport, kind);
    const parts = partsOf(seasonType);
    const finals = `array[${tables.counters.map((name) => `x.${name}`)}]::int[] as final`;
    const rows = seenRows(
      `x.game_key, x.season_order, x.side, x.started_at, x.ended_at, ${finals}, x.season_before as before`,
      tables.game.table,
      `x.${tables.key} = $1 and x.started_at between $2 and $3
     and ($5 or x.${tables.counters[0]} > 0)
     ${parts === 'all' ? '' : `and x.season_order % 10 = ${parts.type}`}`,
      visibility,
      '$6::int',
    );
    const sorted = `started_at ${direction}`;
    return `select r.*, g.game_id from (${rows} order by ${sorted} limit $4) r
    join ${code}.games g using (game_key) order by r.${sorted}`;
  },
);

export interface GamesWanted {
  /** Starts at or after, and at or before; epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly direction: 'asc' | 'desc';
  readonly limit: number;
  /** Only games with the entity in them, not those it was merely listed for. */
  readonly played?: true;
}

/** Those games, by when they began. */
export async function readEntityGames(
  db: Db,
  { league, kind, key, seasonType }: Subject,
  { from, to, direction, limit, played }: GamesWanted,
  basis: number | null,
): Promise<EntityGame[]> {
  const values: unknown[] = [key, new Date(from), new Date(to), limit, played !== true];
  const { rows } = await db.query<EntityGame>({
    ...statement(league.code, kind, visibilityOf({ basis }), seasonType, direction),
    values: basis === null ? values : [...values, basis],
  });
  return rows;
}
