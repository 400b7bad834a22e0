/** The games that lines of a season are made of, and what each side did in them, from the game-level rows. */

import type { Kind } from '../plays/kind.ts';
import type { Side } from '../plays/play.ts';
import { type League, leagueNamed } from '../sports/leagues.ts';
import { entityTables } from '../store/tables.ts';
import { cached, type Db, visibilityOf } from './query.ts';
import { seenRow, seenRows, type Visibility, visible } from './seen.ts';

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

function tablesOf(code: string, kind: Kind) {
  const league = leagueNamed(code);
  return entityTables(code, league.sport, kind);
}

const counted = cached((code: string, kind: Kind, visibility: Visibility) => {
  const tables = tablesOf(code, kind);
  const ofEntity = `x.${tables.key} = e.key`;
  const [seen, basis] = [visibility, '$5::int'];
  const own = seenRow('x.*', tables.game.table, `${ofEntity} and x.game_key = e.game_key`, seen, basis);
  const games = seenRows(
    'x.game_key, x.side, x.season_order, x.started_at',
    tables.game.table,
    `${ofEntity} and x.season_order between e.first_part and e.part and x.${tables.counters[0]} > 0`,
    seen,
    basis,
  );
  // The offset keeps the planner from a scan of all seasons, which it thinks cheaper than a few descents.
  return `select e.key, ${sidesOf('x')}, max(o.ended_at) as ended_at
    from unnest($1::int[], $2::int[], $3::int[], $4::int[]) e (key, first_part, part, game_key)
    left join lateral (${own}) o on true
    join lateral (select * from (${games}) g offset 0) x
      on x.season_order < e.part or e.game_key is null or x.started_at <= o.started_at
    group by e.key`;
});

function sidesOf(alias: string): string {
  const keys = (side: Side) =>
    `array_agg(${alias}.game_key) filter (where ${alias}.side = '${side}') as ${side}`;
  return `${keys('home')}, ${keys('away')}`;
}

/** More than so many are found faster by the games of the season than one by one. */
const FEW = 25;

/** Read them; whoever played in none is left out. */
export function readGamesCounted(
  db: Db,
  league: League,
  kind: Kind,
  stands: readonly Stand[],
  basis: number | null,
): Promise<GamesCounted[]> {
  return stands.length > FEW
    ? readOfSeason(db, league, kind, stands, basis)
    : readOfEach(db, league, kind, stands, basis);
}

async function readOfEach(
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

interface SeasonGame {
  readonly game_key: number;
  readonly season_order: number;
  readonly started_at: number;
  readonly ended_at: number | null;
}

const ofParts = cached((code: string, visibility: Visibility) => {
  const seen = visible('d', visibility, '$3::int');
  return `select d.game_key, d.season_order, d.first_play_at as started_at,
      case when d.is_final then d.last_play_at end as ended_at
    from ${code}.game_details d
    where d.season_order between $1 and $2 and d.first_play_at is not null and ${seen}`;
});

const whoPlayed = cached((code: string, kind: Kind, visibility: Visibility) => {
  const tables = tablesOf(code, kind);
  return `select x.${tables.key} as key, ${sidesOf('x')} from ${tables.game.table} x
    where x.game_key = any($1::int[]) and x.${tables.counters[0]} > 0
      and ${visible('x', visibility, '$2::int')}
    group by x.${tables.key}`;
});

/** The same by the games of the season: the rows of a game lie together, those of a player are spread over the season. */
async function readOfSeason(
  db: Db,
  { code }: League,
  kind: Kind,
  stands: readonly Stand[],
  basis: number | null,
): Promise<GamesCounted[]> {
  const known = basis === null ? [] : [basis];
  const parts = [
    Math.min(...stands.map(({ first_part }) => first_part)),
    Math.max(...stands.map(({ part }) => part)),
  ];
  const season = await db.query<SeasonGame>({
    ...ofParts(code, visibilityOf({ basis })),
    values: [...parts, ...known],
  });
  const games = new Map(season.rows.map((game) => [game.game_key, game]));
  const played = await db.query<Omit<GamesCounted, 'ended_at'>>({
    ...whoPlayed(code, kind, visibilityOf({ basis })),
    values: [[...games.keys()], ...known],
  });
  const found = new Map(played.rows.map((row) => [row.key, row]));
  return stands.flatMap((stand) => {
    const row = found.get(stand.key);
    if (row === undefined) return [];
    const own = stand.game_key === null ? null : games.get(stand.game_key);
    const upTo = (keys: readonly number[] | null) =>
      (keys ?? []).filter((key) => {
        const game = games.get(key);
        if (game === undefined || game.season_order < stand.first_part || game.season_order > stand.part)
          return false;
        return game.season_order < stand.part || own == null || game.started_at <= own.started_at;
      });
    return [{ key: stand.key, home: upTo(row.home), away: upTo(row.away), ended_at: own?.ended_at ?? null }];
  });
}

/** Some counters of one side of a game, in stored units: of its team, or of its players added up. */
export interface SideSums {
  readonly game_key: number;
  readonly side: Side;
  readonly sums: readonly number[];
}

const sides = cached((code: string, kind: Kind, visibility: Visibility, positions: string) => {
  const tables = tablesOf(code, kind);
  const sums = positions.split(',').map((position) => `sum(x.${tables.counters[Number(position)]})`);
  return `select x.game_key, x.side, array[${sums}]::int[] as sums from ${tables.game.table} x
    where x.game_key = any($1::int[]) and ${visible('x', visibility, '$2::int')}
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
