/** Lines of everybody in a season, or of everybody ever, at an instant: a lateral seek each, in one statement. */
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import { type League, leagueNamed } from '../sports/leagues.ts';
import { entityTables } from '../store/tables.ts';
import type { Levels } from './combine.ts';
import { partsOf } from './entity.ts';
import { lineSql } from './line-sql.ts';
import { type AsOf, cached, type Db, orderOf, visibilityOf } from './query.ts';
import { type Visibility, visible } from './seen.ts';

/** The levels of a line, of the counters asked for only. */
export interface LeaderLine extends Levels {
  readonly basis: number;
  readonly key: number;
  readonly season_order: number;
  readonly game_key: number | null;
}

const ARGUMENTS = { key: 'e.key', at: '$1::timestamptz', order: '$2::int', basis: '$5::int' };
const ARGUMENTS_OF_SOME = { ...ARGUMENTS, basis: '$6::int' };
/** Beyond the last season part there is. */
const MAX_PART = 2_147_483_647;
/** Columns of a line that hold a number for every counter. */
const ARRAYS = ['before', 'carry', 'earlier', 'stated'] as const;

/** `$3` and `$4` are the first and the last part of the season wanted; of `some`, `$5` are the keys. */
const statement = cached(
  (
    code: string,
    kind: Kind,
    visibility: Visibility,
    seasonType: SeasonType | 'all',
    counters: string,
    whose: 'all' | 'some',
  ) => {
    const league = leagueNamed(code);
    const tables = entityTables(code, league.sport, kind);
    const args = whose === 'some' ? ARGUMENTS_OF_SOME : ARGUMENTS;
    const positions = counters.split(',').map(Number);
    const line = lineSql(tables, code, league.sport, args, visibility, partsOf(seasonType), positions);
    const basis = visibility === 'open' ? '(select max(ingest_id) from playclock.ingests)' : args.basis;
    const chosen = ARRAYS.map((name) => {
      const values = positions.map((position) => `l.${name}[${position + 1}]`);
      return `case when l.${name} is not null then array[${values}]::bigint[] end as ${name}`;
    });
    const everybody =
      whose === 'some'
        ? 'select unnest($5::int[]) as key'
        : `select distinct x.${tables.key} as key from ${tables.season.table} x
         where x.season_order between $3 and $4 and ${visible('x', visibility, args.basis)}`;
    return `select ${basis} as basis, e.key, l.season_order, l.game_key, l.line, ${chosen}, l.elapsed, l.margin, l.play_elapsed, l.home_score, l.away_score,
      l.side, l.stated_at
    from (${everybody}) e
    join lateral (${line}) l on l.season_order between $3 and $4`;
  },
);

export interface LeadersWanted {
  readonly league: League;
  readonly kind: Kind;
  readonly seasonType: SeasonType | 'all';
  /** Positions of the counters wanted: the levels hold these, in this order. */
  readonly positions: readonly number[];
  /** Only those whose season at the instant is the one that begins in this year; null for careers. */
  readonly year: number | null;
}

/** The lines of all who have one. */
export async function readLeaderLines(
  db: Db,
  { league, kind, seasonType, positions, year }: LeadersWanted,
  asOf: AsOf,
): Promise<LeaderLine[]> {
  const values: unknown[] = [new Date(asOf.at), orderOf(asOf), ...partsOfYear(year)];
  const { rows } = await db.query<LeaderLine>({
    ...statement(league.code, kind, visibilityOf(asOf), seasonType, positions.join(), 'all'),
    values: asOf.basis === null ? values : [...values, asOf.basis],
  });
  return rows;
}

/** The same of some only, by key. */
export async function readLinesOf(
  db: Db,
  { league, kind, seasonType, positions, year }: LeadersWanted,
  asOf: AsOf,
  keys: readonly number[],
): Promise<LeaderLine[]> {
  if (keys.length === 0) return [];
  const values: unknown[] = [new Date(asOf.at), orderOf(asOf), ...partsOfYear(year), keys];
  const { rows } = await db.query<LeaderLine>({
    ...statement(league.code, kind, visibilityOf(asOf), seasonType, positions.join(), 'some'),
    values: asOf.basis === null ? values : [...values, asOf.basis],
  });
  return rows;
}

/** First and last season part of a year, or of all. */
function partsOfYear(year: number | null): readonly [number, number] {
  return year === null ? [0, MAX_PART] : [year * 10, year * 10 + 9];
}

const newestYear = cached(
  (code: string, kind: Kind, visibility: Visibility, seasonType: SeasonType | 'all') => {
    const league = leagueNamed(code);
    const tables = entityTables(code, league.sport, kind);
    const seen = (alias: string) => visible(alias, visibility, '$3::int');
    const parts = partsOf(seasonType);
    // Compared as a pair, for then only the index of both columns gives the order: with `season_order = …` the planner
    // takes the index of instants, and passes over all seasons before.
    const first = (instant: string, table: string) =>
      `(select case when x.season_order = s.season_order then x.${instant} end from ${table} x
      where (x.season_order, x.${instant}) >= (s.season_order, '-infinity') and ${seen('x')}
      order by x.season_order, x.${instant} limit 1)`;
    return `select s.season_order / 10 as year from ${code}.seasons s
    where s.season_order < $2 ${parts === 'all' ? '' : `and s.season_order % 10 = ${parts.type}`} and (
      $1 >= ${first('first_play_at', `${code}.game_details`)}
      or $1 >= ${first('stated_at', tables.season.table)})
    order by s.season_order desc limit 1`;
  },
);

/**
 * The newest year before another in which a season begins that had begun, or of which totals were certain, by the
 * instant; null where there is none.
 */
export async function readNewestYear(
  db: Db,
  { league, kind, seasonType }: Pick<LeadersWanted, 'league' | 'kind' | 'seasonType'>,
  asOf: AsOf,
  before: number | null,
): Promise<number | null> {
  const values: unknown[] = [new Date(asOf.at), before === null ? MAX_PART : before * 10];
  const { rows } = await db.query<{ year: number }>({
    ...newestYear(league.code, kind, visibilityOf(asOf), seasonType),
    values: asOf.basis === null ? values : [...values, asOf.basis],
  });
  return rows[0]?.year ?? null;
}

const names = cached((league: string, kind: Kind, visibility: Visibility) => {
  const name = kind === 'player' ? 'd.name' : `coalesce(d.city || ' ' || d.name, d.name, d.tricode)`;
  return `select e.${kind}_key as key, e.${kind}_id as id, ${name} as name
    from ${league}.${kind}s e
    join ${league}.${kind}_details d
      on d.${kind}_key = e.${kind}_key and ${visible('d', visibility, '$2::int')}
    where e.${kind}_key = any($1::int[])`;
});

export interface Named {
  readonly key: number;
  readonly id: string;
  readonly name: string;
}

/** Ids and names of some players or teams, by key. */
export async function readNames(
  db: Db,
  { league, kind }: Pick<LeadersWanted, 'league' | 'kind'>,
  keys: readonly number[],
  asOf: AsOf,
): Promise<Map<number, Named>> {
  const { rows } = await db.query<Named>({
    ...names(league.code, kind, visibilityOf(asOf)),
    values: asOf.basis === null ? [keys] : [keys, asOf.basis],
  });
  return new Map(rows.map((row) => [row.key, row]));
}
