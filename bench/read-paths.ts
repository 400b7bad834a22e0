/** The reads of the API and questions for them, all about the last season that a database holds. */
import type { League } from '../src/sports/leagues.ts';
import { counterIndex } from '../src/sports/sport.ts';
import { withClient } from './server.ts';

/** A player in one of his games of the last season, at an instant of it. */
export interface Moment {
  readonly player: string;
  readonly team: string;
  readonly game: string;
  readonly at: string;
  readonly begin: string;
  readonly end: string;
  /** Points of the career so far, before this game; of the season likewise, and of the game in the end. */
  readonly career: number;
  readonly season: number;
  readonly points: number;
  /** The highest career plus/minus with which any of his games ended, those of all seasons. */
  readonly peak: number;
}

/** What a read has to look at, whatever design there is below it. */
export type Extent = 'an instant' | 'a game' | 'a season' | 'history';

export interface Read {
  readonly name: string;
  readonly extent: Extent;
  path(moment: Moment): string;
}

/** The one that the others are held against: the contract's player route. */
export const PLAYER_ROUTE: Read = {
  name: 'player route',
  extent: 'an instant',
  path: ({ player, at }) => `players/${player}/stats?as_of=${at}`,
};

export const READS: readonly Read[] = [
  read('leaders of the games going on', 'a game', ({ at }) => `leaders?counter=pts&scope=game&as_of=${at}`),
  read('leaders of the season, a counter', 'a season', ({ at }) => `leaders?counter=pts&as_of=${at}`),
  read('leaders of the season, a derived stat', 'a season', ({ at }) => `leaders?counter=ts_pct&as_of=${at}`),
  read('leaders of the season, usage', 'a season', ({ at }) => `leaders?counter=usg_pct&as_of=${at}`),
  read('leaders of the season, pace', 'a season', ({ at }) => `leaders?counter=pace&of=team&as_of=${at}`),
  read(
    'player route with usage',
    'a season',
    ({ player, at }) => `players/${player}/stats?derived=all&as_of=${at}`,
  ),
  read('team route with pace', 'a season', ({ team, at }) => `teams/${team}/stats?derived=all&as_of=${at}`),
  read('leaders of careers', 'history', ({ at }) => `leaders?counter=pts&scope=career&as_of=${at}`),
  read(
    'interval, between two instants',
    'an instant',
    ({ player, begin, at }) => `players/${player}/interval?from=${begin}&to=${at}`,
  ),
  read(
    'interval, a period of a game',
    'a game',
    ({ player, game }) => `players/${player}/interval?game_id=${game}&period=2`,
  ),
  read(
    'interval, the last five games',
    'a season',
    ({ player, at }) => `players/${player}/interval?last_games=5&as_of=${at}`,
  ),
  read(
    'timeline of a game, career values',
    'a game',
    ({ player, begin, end }) => `players/${player}/timeline?from=${begin}&to=${end}&counters=pts,reb`,
  ),
  read(
    'milestone of the career',
    'an instant',
    ({ player, career, points }) =>
      `players/${player}/milestones?counter=pts&reaches=${career + points || 1}`,
  ),
  read(
    'milestone in a single season',
    'history',
    ({ player, season, points }) =>
      `players/${player}/milestones?counter=pts&scope=season&reaches=${season + points || 1}`,
  ),
  read(
    'milestone of a counter that can fall, never reached',
    'history',
    ({ player }) => `players/${player}/milestones?counter=plus_minus&reaches=100000`,
  ),
  read(
    'milestone of a counter that can fall, at its peak',
    'history',
    ({ player, peak }) => `players/${player}/milestones?counter=plus_minus&reaches=${Math.max(peak + 3, 1)}`,
  ),
  read('milestones in reach', 'an instant', ({ player, at }) => `players/${player}/milestones?as_of=${at}`),
  read('standings', 'a season', ({ at }) => `standings?as_of=${at}`),
  read('league state', 'a season', ({ at }) => `state?as_of=${at}`),
  read('games of an instant', 'an instant', ({ at }) => `games?as_of=${at}`),
  read('a whole game', 'a game', ({ game, at }) => `games/${game}?as_of=${at}`),
  read('pairs of a team', 'a season', ({ team, at }) => `teams/${team}/lineups?size=2&as_of=${at}`),
  read('who assisted whom', 'a season', ({ team, at }) => `teams/${team}/assists?as_of=${at}`),
];

function read(name: string, extent: Extent, path: (moment: Moment) => string): Read {
  return { name, extent, path };
}

interface MomentRow extends Omit<Moment, 'at' | 'begin' | 'end'> {
  readonly at: number;
  readonly begin: number;
  readonly end: number;
}

/** Moments to ask about; the same for the same database. */
export async function sampleMoments(url: string, league: League, wanted: number): Promise<Moment[]> {
  // Arrays of PostgreSQL begin with one.
  const [pts, margin] = ['pts', 'plus_minus'].map((name) => (counterIndex(league.sport).get(name) ?? 0) + 1);
  return withClient(url, async (client) => {
    await client.query('select setseed(0.75)');
    const { rows } = await client.query<MomentRow>(
      `with moment as (
         select g.player_key, p.player_id as player, t.team_id as team, game_id as game, first_play_at, last_play_at,
           s.career_before[$2] + g.season_before[$2] as career, g.season_before[$2] as season, g.pts as points
         from ${league.code}.player_stats g
         join ${league.code}.player_season_totals s using (player_key, season_order)
         join ${league.code}.game_details d using (game_key)
         join ${league.code}.games using (game_key)
         join ${league.code}.players p using (player_key)
         join ${league.code}.teams t on t.team_key = case g.side when 'home' then d.home_key else d.away_key end
         where g.basis_to is null and s.basis_to is null and d.basis_to is null
           and g.season_order = (select max(season_order) from ${league.code}.player_stats)
         order by random() limit $1
       ), span as (select *, extract(epoch from first_play_at) * 1000 as begin,
           extract(epoch from last_play_at) * 1000 as "end" from moment)
       select player, team, game, career::int, season::int, points, begin::float8, "end"::float8,
         floor(begin::float8 + random() * ("end" - begin)::float8) as at, peak
       from span cross join lateral (
         select max(s.career_before[$3] + g.season_before[$3] + g.plus_minus)::int as peak
         from ${league.code}.player_stats g join ${league.code}.player_season_totals s using (player_key, season_order)
         where g.player_key = span.player_key and g.basis_to is null and s.basis_to is null
       ) peaks`,
      [wanted, pts, margin],
    );
    const text = (at: number) => new Date(at).toISOString();
    return rows.map((row) => ({ ...row, at: text(row.at), begin: text(row.begin), end: text(row.end) }));
  });
}
