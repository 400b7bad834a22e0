/** The games that lines of a season are made of, and what each side did in them, from the game-level rows. */
import type { Side } from '../plays/play.ts';
import { findLeague, type League } from '../sports/leagues.ts';
import { entityTables } from '../store/tables.ts';
import type { Kind } from './entity.ts';
import { seenRow, seenRows, type Visibility, visible } from './line-sql.ts';
import { cached, type Db, visibilityOf } from './query.ts';

/** Where a line of a season stands. */
export interface Stand {
  readonly key: number;
  /** The first season part that counts, and the one of the line. */
  readonly first_part: number;
  readonly part: number;
  /** The game of the line; null where it stands on season totals. */
  readonly game_key: number | null;
}

/** Games loaded play by play that somebody played in, up to that of the line. */
export interface GamesCounted {
  readonly key: number;
  /** Keys of the games, by the side he was on; null for none. */
  readonly home: readonly number[] | null;
  readonly away: readonly number[] | null;
  /** Last play of the line's own game; null while that is not over. */
  readonly ended_at: number | null;
}

function tablesOf(code: string, kind: string) {
  const league = findLeague(code);
  if (league === undefined) throw new RangeError(`no league ${code}`);
  return entityTables(code, league.sport, kind as Kind);
}

const counted = cached((code = '', kind = '', visibility = '') => {
  const tables = tablesOf(code, kind);
  const ofEntity = `x.${tables.key} = e.key`;
  const [seen, basis] = [visibility as Visibility, '$5::int'];
  const own = seenRow('x.*', tables.game.table, `${ofEntity} and x.game_key = e.game_key`, seen, basis);
  const games = seenRows(
    'x.game_key, x.side, x.season_order, x.started_at',
    tables.game.table,
    `${ofEntity} and x.season_order between e.first_part and e.part and x.${tables.counters[0]} > 0`,
    seen,
    basis,
  );
  const keys = (side: Side) => `array_agg(x.game_key) filter (where x.side = '${side}') as ${side}`;
  return `select e.key, ${keys('home')}, ${keys('away')}, max(o.ended_at) as ended_at
    from unnest($1::int[], $2::int[], $3::int[], $4::int[]) e (key, first_part, part, game_key)
    left join lateral (${own}) o on true
    join lateral (${games}) x on x.season_order < e.part or e.game_key is null or x.started_at <= o.started_at
    group by e.key`;
});

/** Read them; whoever played in none is left out. */
export async function readGamesCounted(
  db: Db,
  league: League,
  kind: Kind,
  stands: readonly Stand[],
  basis: number | null,
): Promise<GamesCounted[]> {
  const values: unknown[] = [
    stands.map(({ key }) => key),
    stands.map(({ first_part }) => first_part),
    stands.map(({ part }) => part),
    stands.map(({ game_key }) => game_key),
  ];
  const { rows } = await db.query<GamesCounted>({
    ...counted(league.code, kind, visibilityOf({ basis })),
    values: basis === null ? values : [...values, basis],
  });
  return rows;
}

/** Some counters of one side of a game, in stored units: of its team, or of its players added up. */
export interface SideSums {
  readonly game_key: number;
  readonly side: Side;
  readonly sums: readonly number[];
}

const sides = cached((code = '', kind = '', visibility = '', positions = '') => {
  const tables = tablesOf(code, kind);
  const sums = positions.split(',').map((position) => `sum(x.${tables.counters[Number(position)]})`);
  return `select x.game_key, x.side, array[${sums}]::int[] as sums from ${tables.game.table} x
    where x.game_key = any($1::int[]) and ${visible('x', visibility as Visibility, '$2::int')}
    group by x.game_key, x.side`;
});

/** Read them for games; `positions` are those of the counters in the sport's order, one at least. */
export async function readSideSums(
  db: Db,
  league: League,
  kind: Kind,
  games: readonly number[],
  positions: readonly number[],
  basis: number | null,
): Promise<SideSums[]> {
  const { rows } = await db.query<SideSums>({
    ...sides(league.code, kind, visibilityOf({ basis }), positions.join()),
    values: basis === null ? [games] : [games, basis],
  });
  return rows;
}
