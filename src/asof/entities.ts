/** Lines of all who ask at the same time, each as `readEntity` reads one, in one statement. */
import type pg from 'pg';
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import { type League, leagueNamed } from '../sports/leagues.ts';
import { type Doubts, type EntityRow, lineOf, partsOf } from './entity.ts';
import { askTogether, filled } from './gathering.ts';
import { instantParameter } from './instant.ts';
import { lineRow, type ToldLine } from './line-row.ts';
import type { LineArguments } from './line-sql.ts';
import { type AsOf, cached, orderOf, visibilityOf } from './query.ts';
import { seekRow, type Visibility } from './seen.ts';

/** Where a game stands. */
export interface Board {
  readonly wall_clock_time: number | null;
  readonly period: number | null;
  readonly clock: number | null;
  readonly home_score: number | null;
  readonly away_score: number | null;
}

/** A line, and the board of the entity's game going on where it is not the line's own. */
export interface EntityAndBoard extends EntityRow {
  readonly board_time: number | null;
  readonly board_period: number | null;
  readonly board_clock: number | null;
  readonly board_home: number | null;
  readonly board_away: number | null;
}

const ARGUMENTS: LineArguments = { key: 'a.key', at: 'a.at', order: 'a.order_key', basis: 'a.basis' };

const statement = cached(
  (code: string, kind: Kind, visibility: Visibility, seasonType: SeasonType | 'all', doubts: Doubts) => {
    const league = leagueNamed(code);
    const { columns, joins } = lineOf(league, kind, visibility, partsOf(seasonType), doubts, ARGUMENTS);
    const board = seekRow(
      {
        columns: 'x.wall_clock_time, x.order_key, x.period, x.clock, x.home_score, x.away_score',
        table: `${code}.play_by_play`,
        where: '(l.elapsed is null or l.game_key <> cg.game_key) and x.game_key = cg.game_key',
        side: 'last',
      },
      ARGUMENTS,
      visibility,
    );
    return `select a.place::int as place, ${columns}, b.wall_clock_time as board_time, b.period as board_period,
      b.clock as board_clock, b.home_score as board_home, b.away_score as board_away
    from unnest($1::int[], $2::timestamptz[], $3::int[], $4::int[]) with ordinality a (key, at, order_key, basis, place)
    ${joins}
    left join lateral (${board}) b on true
    where a.key is not null`;
  },
);

interface Asked {
  readonly key: number;
  readonly asOf: AsOf;
}

/** Read a line, and the board with it. */
export function readEntityAndBoard(
  pool: pg.Pool,
  { code, sport }: League,
  kind: Kind,
  key: number,
  asOf: AsOf,
  seasonType: SeasonType | 'all',
  doubts: Doubts,
): Promise<EntityAndBoard> {
  const { name, text } = statement(code, kind, visibilityOf(asOf), seasonType, doubts);
  const read = async (asked: readonly Asked[]) => {
    const { rows } = await pool.query<ToldLine<EntityAndBoard> & { readonly place: number }>({
      name,
      text,
      values: [
        filled(asked.map((one) => one.key)),
        asked.map((one) => instantParameter(one.asOf.at)),
        asked.map((one) => orderOf(one.asOf)),
        asked.map((one) => one.asOf.basis),
      ],
    });
    return rows.sort((a, b) => a.place - b.place).map((row) => lineRow(sport, row));
  };
  return askTogether<Asked, EntityAndBoard>(pool, name, read, { key, asOf });
}

/** The board of the game going on: the line's own play while it is active there, else the one read besides. */
export function boardOf(row: EntityAndBoard): Board {
  if (row.elapsed !== null && row.game_key === row.current_game_key) {
    const { wall_clock_time, period, clock, home_score, away_score } = row;
    return { wall_clock_time, period, clock, home_score, away_score };
  }
  return {
    wall_clock_time: row.board_time,
    period: row.board_period,
    clock: row.board_clock,
    home_score: row.board_home,
    away_score: row.board_away,
  };
}
