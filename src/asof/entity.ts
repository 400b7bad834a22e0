/** A player's or team's line at a point on both clocks, with everything an answer about it needs. */

import { SEASON_TYPES, type SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import type { Precision } from '../plays/play.ts';
import { type League, leagueNamed } from '../sports/leagues.ts';
import { type EntityTables, entityTables } from '../store/tables.ts';
import type { Levels } from './combine.ts';
import { currentGameSql } from './current-game.ts';
import { lineRow, type ToldLine } from './line-row.ts';
import { type LineArguments, lineCall, lineSql, type PartsCounted } from './line-sql.ts';
import { type AsOf, cached, type Db, orderOf, visibilityOf } from './query.ts';
import { cellsOfRow, seekRunning } from './run-sql.ts';
import { firstSeen, type Visibility, visible } from './seen.ts';

export interface EntityRow extends Levels {
  readonly basis: number;
  /** Where the line stands; null where nothing had happened yet. */
  readonly season_order: number | null;
  readonly game_key: number | null;
  readonly wall_clock_time: number | null;
  readonly precision: Precision | null;
  readonly earliest: number | null;
  readonly latest: number | null;
  /** Period and clock of that play, while the line is active. */
  readonly period: number | null;
  readonly clock: number | null;
  /** Games loaded play by play before the season part. */
  readonly games_before: number | null;
  /** The entity's game going on at the instant. */
  readonly current_game_key: number | null;
  /** The next row: its plays may have happened already. */
  readonly next_earliest: number | null;
  readonly next_game_key: number | null;
  /** When totals that may be true already will be so for certain. */
  readonly season_certain_at: number | null;
}

/** Whether the statement looks for doubts; where nothing is inexact it need not. */
export type Doubts = 'sought' | 'none';

const PARAMETERS: LineArguments = {
  key: '$1::int',
  at: '$2::timestamptz',
  order: '$3::int',
  basis: '$4::int',
};

/** Season parts of a type are told by their place in the year. */
export function partsOf(seasonType: SeasonType | 'all'): PartsCounted {
  return seasonType === 'all' ? 'all' : { type: String(SEASON_TYPES.indexOf(seasonType)) };
}

const statement = cached(
  (code: string, kind: Kind, visibility: Visibility, seasonType: SeasonType | 'all', doubts: Doubts) => {
    const league = leagueNamed(code);
    return entitySql(league, kind, visibility, partsOf(seasonType), doubts);
  },
);

function entitySql(
  league: League,
  kind: Kind,
  visibility: Visibility,
  parts: PartsCounted,
  doubts: Doubts,
): string {
  const { columns, joins } = lineOf(league, kind, visibility, parts, doubts, PARAMETERS);
  return `select ${columns} from (select) one ${joins}`;
}

/** Columns of an `EntityRow`, and the joins they come from, for arguments of an outer row or parameters. */
export function lineOf(
  { code, sport }: League,
  kind: Kind,
  visibility: Visibility,
  parts: PartsCounted,
  doubts: Doubts,
  args: LineArguments,
): { readonly columns: string; readonly joins: string } {
  const tables = entityTables(code, sport, kind);
  const basis = visibility === 'open' ? '(select max(ingest_id) from playclock.ingests)' : args.basis;
  const [columns, joins] =
    doubts === 'none'
      ? [
          'null::timestamptz as next_earliest, null::int as next_game_key, null::timestamptz as season_certain_at',
          '',
        ]
      : [
          `${cellsOfRow('nx').earliest} as next_earliest, nx.game_key as next_game_key, sd.stated_at as season_certain_at`,
          doubtJoins(tables, visibility, parts, args),
        ];
  const line =
    visibility === 'open' && parts === 'all'
      ? lineCall(tables, code, args)
      : lineSql(tables, code, sport, args, visibility, parts);
  return {
    columns: `${basis} as basis, l.*, cg.game_key as current_game_key, ${columns}`,
    joins: `left join lateral (${line}) l on true
    left join lateral (${currentGameSql(code, tables, args, visibility)}) cg on true
    ${joins}`,
  };
}

function doubtJoins(
  tables: EntityTables,
  visibility: Visibility,
  parts: PartsCounted,
  args: LineArguments,
): string {
  const { at, order } = args;
  const ofEntity = `x.${tables.key} = ${args.key}`;
  const counted = parts === 'all' ? ofEntity : `${ofEntity} and x.season_order % 10 = ${parts.type}`;
  const next = seekRunning({ tables, where: ofEntity, side: 'next' }, args, visibility);
  const later = firstSeen(
    `select x.is_stated and not x.has_plays as waits, x.stated_from, x.stated_at, x.season_order
     from ${tables.season.table} x where ${counted} and x.season_order > coalesce(l.season_order, 0)`,
    'season_order',
    visibility,
    args.basis,
  );
  return `left join lateral (${next}) nx on true
    left join lateral (${later}) sd on sd.waits and (sd.stated_from, 0) <= (${at}, ${order}) and (sd.stated_at, 0) > (${at}, ${order})`;
}

/** Read it. `seasonType` `all` counts every type. */
export async function readEntity(
  db: Db,
  league: League,
  kind: Kind,
  key: number,
  asOf: AsOf,
  seasonType: SeasonType | 'all',
  doubts: Doubts,
): Promise<EntityRow> {
  const values: unknown[] = [key, new Date(asOf.at), orderOf(asOf)];
  const { rows } = await db.query<ToldLine<EntityRow>>({
    ...statement(league.code, kind, visibilityOf(asOf), seasonType, doubts),
    values: asOf.basis === null ? values : [...values, asOf.basis],
  });
  const [row] = rows;
  if (row === undefined) throw new RangeError('a statement that always gives a row gave none');
  return lineRow(league.sport, row);
}

/** Behind a line that stands on season totals: its last play, and how many games of the part were loaded as plays. */
export interface BehindTotals {
  readonly game_id: string;
  readonly wall_clock_time: number;
  readonly precision: Precision;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly season_order: number;
  readonly games: number;
}

const behind = cached((code: string, kind: Kind, visibility: Visibility, seasonType: SeasonType | 'all') => {
  const league = leagueNamed(code);
  const tables = entityTables(code, league.sport, kind);
  const parts = partsOf(seasonType);
  const row = cellsOfRow('r');
  const last = seekRunning(
    {
      tables,
      where: `x.${tables.key} = $1 and x.game_key is not null${parts === 'all' ? '' : ` and x.season_order % 10 = ${parts.type}`}`,
      side: 'last',
    },
    PARAMETERS,
    visibility,
  );
  const games = tables.counters[0];
  return `select g.game_id, ${row.wallClockTime} as wall_clock_time, r.precision, ${row.earliest} as earliest,
      ${row.latest} as latest, r.season_order,
      s.season_before[1] + s.${games} as games
    from (${last}) r
    join ${code}.games g using (game_key)
    join ${tables.game.table} s
      on s.${tables.key} = $1 and s.game_key = r.game_key and ${visible('s', visibility, PARAMETERS.basis)}`;
});

/** Read it; null where no play was ever loaded. */
export async function readBehindTotals(
  db: Db,
  league: League,
  kind: Kind,
  key: number,
  asOf: AsOf,
  seasonType: SeasonType | 'all',
): Promise<BehindTotals | null> {
  const values: unknown[] = [key, new Date(asOf.at), orderOf(asOf)];
  const { rows } = await db.query<BehindTotals>({
    ...behind(league.code, kind, visibilityOf(asOf), seasonType),
    values: asOf.basis === null ? values : [...values, asOf.basis],
  });
  return rows[0] ?? null;
}
