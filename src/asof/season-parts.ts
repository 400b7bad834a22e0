/** An entity's season parts at a state of knowledge: what each carries, and what it holds itself. */
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import { type League, leagueNamed } from '../sports/leagues.ts';
import { add, type Vector } from '../store/careers.ts';
import { entityTables } from '../store/tables.ts';
import { partsOf } from './entity.ts';
import { cached, type Db, visibilityOf } from './query.ts';
import { seenRows, type Visibility } from './seen.ts';

export interface SeasonPartRow {
  readonly season_order: number;
  /** The career before the part, and earlier parts of its season, where there are any. */
  readonly carry: Vector;
  readonly earlier: Vector | null;
  /** Official totals, possible from the one instant and certain at the other. */
  readonly stated: Vector | null;
  readonly stated_from: number | null;
  readonly stated_at: number | null;
  /** Games loaded play by play before the part. */
  readonly games_before: number;
  /** The part's last game loaded play by play, and the part before it. */
  readonly last_final: Vector | null;
  readonly last_before: Vector | null;
}

const statement = cached(
  (code: string, kind: Kind, visibility: Visibility, seasonType: SeasonType | 'all') => {
    const league = leagueNamed(code);
    const tables = entityTables(code, league.sport, kind);
    const parts = partsOf(seasonType);
    const basis = '$2::int';
    const [carry, earlier, games] =
      parts === 'all'
        ? ['career_before', 's.season_before', 'games_from_plays_before_all']
        : ['career_before_type', 'null::bigint[]', 'games_from_plays_before'];
    const ofEntity = `x.${tables.key} = $1`;
    const seen = (columns: string, table: string, where: string) =>
      seenRows(columns, table, where, visibility, basis);
    const counted = parts === 'all' ? ofEntity : `${ofEntity} and x.season_order % 10 = ${parts.type}`;
    const finals = `array[${tables.counters.map((name) => `x.${name}`)}]::int[] as final`;
    return `select s.season_order, s.${carry} as carry, ${earlier} as earlier, s.stated, s.stated_from, s.stated_at,
      s.${games} as games_before, last.final as last_final, last.season_before as last_before
    from (${seen('x.*', tables.season.table, counted)}) s
    left join lateral (
      ${seen(`${finals}, x.season_before, x.started_at`, tables.game.table, `${ofEntity} and x.season_order = s.season_order`)}
      order by started_at desc limit 1
    ) last on s.has_plays
    order by s.season_order`;
  },
);

/** Parts in order of time; `seasonType` `all` gives those of every type. */
export async function readSeasonParts(
  db: Db,
  league: League,
  kind: Kind,
  key: number,
  seasonType: SeasonType | 'all',
  basis: number | null,
): Promise<SeasonPartRow[]> {
  const { rows } = await db.query<SeasonPartRow>({
    ...statement(league.code, kind, visibilityOf({ basis }), seasonType),
    values: basis === null ? [key] : [key, basis],
  });
  return rows;
}

/** The part's counters by its plays; null where none are loaded. */
export function playedOf({ last_final, last_before }: SeasonPartRow): Vector | null {
  return last_final === null || last_before === null ? null : add(last_before, last_final);
}
