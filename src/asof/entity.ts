/** A player's or team's line at a point on both clocks, with everything an answer about it needs. */

import { SEASON_TYPES, type SeasonType } from '../plays/game.ts';
import type { Precision } from '../plays/play.ts';
import { findLeague, type League } from '../sports/leagues.ts';
import type { Vector } from '../store/careers.ts';
import { entityTables } from '../store/tables.ts';
import {
  currentGameSql,
  type LineArguments,
  lineSql,
  seekRow,
  type Visibility,
  visible,
} from './line-sql.ts';
import { type AsOf, cached, type Db, orderOf, visibilityOf } from './query.ts';

export type Kind = 'player' | 'team';

export interface EntityRow {
  readonly basis: number;
  readonly key: number;
  /** Null where the entity was not known at the basis. */
  readonly name: string | null;
  readonly tricode: string | null;
  readonly birth_date: string | null;
  readonly birth_precision: string | null;
  /** Line; null where nothing had happened yet. */
  readonly season_order: number | null;
  readonly season: string | null;
  readonly season_type: SeasonType | null;
  readonly game_id: string | null;
  readonly game_key: number | null;
  readonly wall_clock_time: number | null;
  readonly precision: Precision | null;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly active: boolean | null;
  readonly stated: boolean | null;
  readonly has_earlier_parts: boolean | null;
  readonly games_from_plays: number | null;
  readonly game_line: Vector | null;
  readonly season_line: Vector | null;
  readonly career_line: Vector | null;
  /** The last play that counted, where the line stands on season totals. */
  readonly last_game_id: string | null;
  readonly last_time: number | null;
  readonly last_precision: Precision | null;
  readonly last_earliest: number | null;
  readonly last_latest: number | null;
  /** The entity's game going on at the instant. */
  readonly current_game_key: number | null;
  readonly current_game_id: string | null;
  /** The next row: its plays may have happened already. */
  readonly next_earliest: number | null;
  readonly next_game_key: number | null;
  /** When totals that may be true already will be so for certain. */
  readonly season_certain_at: number | null;
}

const PARAMETERS: LineArguments = {
  key: 'e.key',
  at: '$2::timestamptz',
  order: '$3::int',
  basis: '$4::int',
};

const statement = cached((code = '', kind = '', visibility = '', parts = '') => {
  const league = findLeague(code);
  if (league === undefined) throw new RangeError(`no league ${code}`);
  return entitySql(
    league,
    kind as Kind,
    visibility as Visibility,
    parts === 'all' ? 'all' : { type: String(SEASON_TYPES.indexOf(parts as SeasonType)) },
  );
});

function entitySql(
  league: League,
  kind: Kind,
  visibility: Visibility,
  parts: Parameters<typeof lineSql>[5],
): string {
  const { code, sport } = league;
  const tables = entityTables(code, sport, kind);
  const seen = (alias: string) => visible(alias, visibility, PARAMETERS.basis);
  const line = lineSql(tables, code, sport, PARAMETERS, visibility, parts);
  const ofEntity = `x.${tables.key} = e.key`;
  const counted =
    parts === 'all' || parts === undefined ? ofEntity : `${ofEntity} and x.season_order % 10 = ${parts.type}`;
  const lastPlay = seekRow(
    {
      columns: 'x.game_key, x.wall_clock_time, x.order_key, x.precision, x.earliest, x.latest',
      table: tables.cumulative.table,
      where: `l.game_key is null and ${counted} and x.game_key is not null`,
      side: 'last',
    },
    PARAMETERS,
    visibility,
  );
  const next = seekRow(
    {
      columns: 'x.wall_clock_time, x.order_key, x.earliest, x.game_key',
      table: tables.cumulative.table,
      where: `${ofEntity} and x.game_key is not null`,
      side: 'next',
    },
    PARAMETERS,
    visibility,
  );
  const names =
    kind === 'player'
      ? 'd.name, null as tricode, d.birth_date, d.birth_precision'
      : `coalesce(d.city || ' ' || d.name, d.name, d.tricode) as name, d.tricode, null as birth_date, null as birth_precision`;
  const basis = visibility === 'open' ? '(select max(ingest_id) from playclock.ingests)' : PARAMETERS.basis;
  return `select ${basis} as basis, e.key, ${names},
      l.season_order, se.season, se.season_type, ga.game_id, l.game_key, l.wall_clock_time, l.precision,
      l.earliest, l.latest, l.active, l.stated, l.has_earlier_parts, l.games_from_plays,
      l.game as game_line, l.season as season_line, l.career as career_line,
      lg.game_id as last_game_id, lp.wall_clock_time as last_time, lp.precision as last_precision,
      lp.earliest as last_earliest, lp.latest as last_latest,
      cg.game_key as current_game_key, cg.game_id as current_game_id,
      nx.earliest as next_earliest, nx.game_key as next_game_key, sd.stated_at as season_certain_at
    from (select ${tables.key} as key from ${code}.${kind}s where ${kind}_id = $1) e
    left join lateral (select * from ${code}.${kind}_details x where ${ofEntity} and ${seen('x')} limit 1) d on true
    left join lateral (${line}) l on true
    left join ${code}.seasons se on se.season_order = l.season_order
    left join ${code}.games ga on ga.game_key = l.game_key
    left join lateral (${lastPlay}) lp on true
    left join ${code}.games lg on lg.game_key = lp.game_key
    left join lateral (
      ${currentGameSql(tables, code, PARAMETERS, visibility)}
    ) cg on true
    left join lateral (${next}) nx on true
    left join lateral (
      select x.stated_at from ${tables.season.table} x
      where ${counted} and x.is_stated and not x.has_plays and ${seen('x')}
        and (x.stated_from, 0) <= ($2, $3) and (x.stated_at, 0) > ($2, $3)
      limit 1
    ) sd on true`;
}

/** Read it; null for an id nobody ever had. `seasonType` `all` counts every type. */
export async function readEntity(
  db: Db,
  league: League,
  kind: Kind,
  id: string,
  asOf: AsOf,
  seasonType: SeasonType | 'all',
): Promise<EntityRow | null> {
  const { name, text } = statement(league.code, kind, visibilityOf(asOf), seasonType);
  const values = [id, new Date(asOf.at), orderOf(asOf)];
  const { rows } = await db.query<EntityRow>({
    name,
    text,
    values: asOf.basis === null ? values : [...values, asOf.basis],
  });
  return rows[0] ?? null;
}
