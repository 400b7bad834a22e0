import { DateTime } from 'luxon';
import type pg from 'pg';
import { expect, test } from 'vitest';
import { simulateSeason } from '../../src/simulate/season.ts';
import { testDatabase } from '../setup/database.ts';
import { folderOf } from '../setup/files.ts';
import { leagueContents, loadAll, loadGames } from '../setup/loading.ts';
import { versions } from '../setup/state.ts';

const make = (season: string) => [
  ...simulateSeason({ seed: 41, teams: 2, gamesPerTeam: 2, prefix: '00', season }),
];
const [earlier, later] = [make('2021-22'), make('2022-23')];
/** Somebody of both seasons who played in the first. */
const veteran = findVeteran();

const SEASONS = 'season,season_type,first_day,last_day\n2021-22,regular,2021-10-19,2022-04-10\n';
const TOTALS =
  'player_id,player_name,season,season_type,team,games,pts,fgm,fga,fg3m,fg3a,ftm,fta,oreb,dreb,reb,ast,stl,blk,tov,pf\n';
/** 82 games and 1,640 points; steals were not recorded. */
const stated = (id: number, points = 1640) =>
  `${TOTALS}${id},A Veteran,2021-22,regular,ABC,82,${points},600,1200,100,300,340,400,50,250,300,200,,20,100,150\n`;

function findVeteran(): number {
  const ids = (games: ReturnType<typeof make>) =>
    games.flatMap(({ boxscore }) =>
      [...boxscore.game.homeTeam.players, ...boxscore.game.awayTeam.players]
        .filter(({ played }) => played === '1')
        .map(({ personId }) => personId),
    );
  const again = new Set(ids(later));
  const id = ids(earlier).find((candidate) => again.has(candidate));
  if (id === undefined) throw new RangeError('nobody played in both seasons');
  return id;
}

/** What the veteran's second season starts from, by counter position: games first, points third. */
async function careerBefore(pool: pg.Pool): Promise<readonly (number | null)[]> {
  const rows = await versions(pool, 'nba', 'player', 'season', 'career_before_type');
  const row = rows.find(({ id, season, to }) => id === String(veteran) && season === 20221 && to === null);
  return row?.values ?? [];
}

const points = (values: readonly (number | null)[]) => [values[0], values[2]];

async function played(pool: pg.Pool): Promise<(number | null)[]> {
  const rows = await versions(pool, 'nba', 'player', 'game');
  const own = rows.filter(({ id, season, to }) => id === String(veteran) && season === 20211 && to === null);
  return [0, 2].map((index) => own.reduce((sum, row) => sum + (row.values[index] ?? 0), 0));
}

test.each([
  ['before the plays', ['facts', 'earlier', 'later']],
  ['between the seasons', ['earlier', 'facts', 'later']],
  ['after the plays', ['earlier', 'later', 'facts']],
] as const)('season totals loaded %s take over from the plays when the season is over', async (_, order) => {
  const { pool } = await testDatabase();
  for (const step of order) {
    if (step === 'facts') await loadAll(pool, folderOf({ 'a.csv': stated(veteran), 'b.csv': SEASONS }));
    else await loadGames(pool, step === 'earlier' ? earlier : later);
  }
  const carried = await careerBefore(pool);
  expect(points(carried)).toEqual([82, 1640]);
  // What the totals leave out nobody knows, and what is not stated in them at all neither.
  expect(carried[13]).toBeNull();
  expect(carried[1]).toBeNull();
  expect(points(await played(pool))).not.toEqual([82, 1640]);

  const { rows } = await pool.query(
    `select s.has_plays, s.is_stated, s.stated_from, s.stated_at, s.stated_team,
       s.games_from_plays_before as before,
       (select array_agg(l.games_from_plays_before) from nba.player_season_totals l
        where l.player_key = s.player_key and l.season_order = 20221 and l.basis_to is null) as later
     from nba.player_season_totals s join nba.players using (player_key)
     where player_id = $1 and season_order = 20211 and basis_to is null`,
    [String(veteran)],
  );
  const [games] = await played(pool);
  expect(rows).toEqual([
    {
      has_plays: true,
      is_stated: true,
      stated_from: DateTime.fromISO('2021-10-19', { zone: 'America/New_York' }).toMillis(),
      stated_at: DateTime.fromISO('2022-04-11', { zone: 'America/Los_Angeles' }).toMillis(),
      stated_team: 'ABC',
      before: 0,
      later: [games],
    },
  ]);
});

test('somebody without totals keeps the sum of his plays', async () => {
  const { pool } = await testDatabase();
  await loadGames(pool, earlier);
  await loadAll(pool, folderOf({ 'a.csv': stated(1), 'b.csv': SEASONS }));
  await loadGames(pool, later);
  expect(points(await careerBefore(pool))).toEqual(await played(pool));
});

test('corrected totals close what they correct; the same totals again change nothing', async () => {
  const { pool } = await testDatabase();
  await loadGames(pool, [...earlier, ...later]);
  await loadAll(pool, folderOf({ 'a.csv': stated(veteran), 'b.csv': SEASONS }));
  const contents = await leagueContents(pool);
  const [same] = await loadAll(pool, folderOf({ 'a.csv': `${stated(veteran)}\n` }));
  expect(same).toMatchObject({ outcome: 'unchanged', rowsWritten: 0 });
  expect(await leagueContents(pool)).toEqual(contents);

  const [corrected] = await loadAll(pool, folderOf({ 'a.csv': stated(veteran, 1650) }));
  expect(corrected?.outcome).toBe('loaded');
  expect(points(await careerBefore(pool))).toEqual([82, 1650]);
  const history = (await versions(pool, 'nba', 'player', 'season', 'career_before_type'))
    .filter(({ id, season }) => id === String(veteran) && season === 20221)
    .map(({ values, to }) => [values[2], to === null]);
  expect(history.slice(-2)).toEqual([
    [1640, false],
    [1650, true],
  ]);
  const { rows } = await pool.query(
    `select count(*)::int as n from nba.cumulative_stats where game_key is null and basis_to is null`,
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test('corrected season dates date its totals anew', async () => {
  const { pool } = await testDatabase();
  await loadAll(pool, folderOf({ 'a.csv': stated(veteran), 'b.csv': SEASONS }));
  await loadAll(pool, folderOf({ 'b.csv': SEASONS.replace('2022-04-10', '2022-04-12') }));
  const { rows } = await pool.query(
    `select t.wall_clock_time as at, s.stated_at as stated from nba.cumulative_stats t
     join nba.player_season_totals s using (player_key, season_order)
     where t.basis_to is null and s.basis_to is null`,
  );
  const at = DateTime.fromISO('2022-04-13', { zone: 'America/Los_Angeles' }).toMillis();
  expect(rows).toEqual([{ at, stated: at }]);
});
