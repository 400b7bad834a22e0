/** The teams that have played in the season of an instant. */
import type { League } from '../sports/leagues.ts';
import { type Visibility, visible } from './line-sql.ts';
import { type AsOf, cached, type Db, visibilityOf } from './query.ts';
import { LONGEST_PART } from './results.ts';

const teams = cached((league = '', visibility = '') => {
  const seen = visible('d', visibility as Visibility, '$2::int');
  return `with newest as (
      select d.season_order / 10 as year from ${league}.game_details d
      where d.first_play_at <= $1 and ${seen} order by d.first_play_at desc limit 1
    )
    select newest.year, array_agg(distinct side.key) as keys
    from newest, ${league}.game_details d, lateral (values (d.home_key), (d.away_key)) side (key)
    where d.first_play_at between $1::timestamptz - interval '${LONGEST_PART}' and $1
      and d.season_order / 10 = newest.year and side.key is not null and ${seen}
    group by newest.year`;
});

export interface SeasonTeams {
  /** In which the season begins. */
  readonly year: number;
  /** Keys. */
  readonly teams: readonly number[];
}

/** Read them; null before the first game. */
export async function readTeamsOfSeason(db: Db, league: League, asOf: AsOf): Promise<SeasonTeams | null> {
  const at = new Date(asOf.at);
  const { rows } = await db.query<{ year: number; keys: number[] }>({
    ...teams(league.code, visibilityOf(asOf)),
    values: asOf.basis === null ? [at] : [at, asOf.basis],
  });
  const [row] = rows;
  if (row === undefined) return null;
  return { year: row.year, teams: row.keys };
}
