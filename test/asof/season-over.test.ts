/** A game whose end no feed told: it goes on until official totals of its season, or of a later one, are certain. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OFTEN } from '../../src/asof/held.ts';
import { formatInstant } from '../../src/asof/instant.ts';
import { createApp } from '../../src/http/app.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { asking, type Reply } from '../http/api.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { gameFiles, temporaryFolder } from '../setup/files.ts';
import { loadAll } from '../setup/loading.ts';
import { silent } from '../setup/log.ts';

const [whole] = simulateSeason({
  seed: 'season over',
  teams: 2,
  gamesPerTeam: 1,
  prefix: '00',
  season: '2021-22',
});
if (whole === undefined) throw new RangeError('no game');
const { game: told } = whole.playbyplay;
const half = { ...told, actions: told.actions.slice(0, Math.floor(told.actions.length / 2)) };
const unfinished = { ...whole, playbyplay: { ...whole.playbyplay, game: half } };

const [first, second, third] = whole.boxscore.game.homeTeam.players.map(({ personId }) => String(personId));
const STATED = 'games,pts,fgm,fga,fg3m,fg3a,ftm,fta,oreb,dreb,reb,ast,stl,blk,tov,pf';
const SEASON_LINE = '60,900,350,700,50,150,150,200,30,150,180,90,40,10,60,100';
const TOTALS = `player_id,player_name,season,season_type,team,${STATED}
${first},Of That Season,2021-22,regular,ABC,${SEASON_LINE}
${second},Of The Next,2022-23,regular,ABC,${SEASON_LINE}
${third},Of The One Before,2020-21,regular,ABC,${SEASON_LINE}
`;
const SEASONS = `season,season_type,first_day,last_day
2020-21,regular,2020-12-22,2021-05-16
2021-22,regular,2021-10-12,2022-04-10
2022-23,regular,2022-10-18,2023-04-09
`;
const OVER = Date.parse('2022-04-11T07:00:00Z');
const NEXT_OVER = Date.parse('2023-04-10T07:00:00Z');
const YEARS_AFTER = Date.parse('2031-01-01T00:00:00Z');

let database: TestDatabase & { close(): Promise<void> };
let ask: (path: string) => Promise<Reply>;
let app: ReturnType<typeof createApp>;
let bases: { game: number; totals: number };

async function load(files: Record<string, unknown>): Promise<number> {
  const { folder, remove } = temporaryFolder(files);
  const reports = await loadAll(database.pool, folder);
  remove();
  expect(reports.filter(({ outcome }) => outcome !== 'loaded')).toEqual([]);
  return Math.max(...reports.map(({ basis }) => basis ?? 0));
}

beforeAll(async () => {
  database = await cloneDatabase();
  const game = await load(gameFiles(unfinished));
  bases = { game, totals: await load({ 'seasons.csv': SEASONS, 'totals.csv': TOTALS }) };
  app = createApp({ pool: database.pool, log: silent, keys: [] });
  ask = asking(database.pool);
});
afterAll(() => database.close());

type Counters = Record<string, number>;

/** Counters of the game going on, or null, by every way of asking for them, which all say the same. */
async function inGame(
  kind: 'player' | 'team',
  id: string,
  at: number,
  basis: number,
): Promise<Counters | null> {
  const query = `as_of=${formatInstant(at)}&basis=${basis}`;
  const path = `/v1/nba/${kind}s/${id}/stats?${query}`;
  const { body } = await ask(path);
  const counters = body.totals.game?.counters ?? null;
  expect(body.game === null, path).toBe(counters === null);
  for (let times = 0; times < OFTEN; times++) await ask(path);
  expect((await ask(path)).body).toEqual(body);

  const names = Object.keys(body.totals.career.counters);
  const ends = `from=${formatInstant(at)}&to=${formatInstant(at)}&basis=${basis}`;
  const timeline = await ask(`/v1/nba/${kind}s/${id}/timeline?${ends}&scope=game&counters=${names}`);
  expect(timeline.body.start?.counters ?? null, path).toEqual(counters);

  const { rows } = await database.pool.query(
    `select * from nba.${kind}_stats_as_of($1, $2, 'all', $3) where scope = 'game'`,
    [id, new Date(at), basis],
  );
  expect(
    rows.map((row) => Number(row.seconds)),
    path,
  ).toEqual(counters === null ? [] : [counters.seconds]);

  for (const times of [1, 60]) {
    const response = await app.request('/v1/nba/panel', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        rows: Array(times).fill({ [`${kind}_id`]: id, as_of: formatInstant(at) }),
        scope: 'game',
        counters: names,
        basis,
      }),
    });
    const panel = (await response.json()) as { rows: { counters: Counters }[] };
    const none = Object.fromEntries(names.map((name) => [name, null]));
    expect(panel.rows.at(-1)?.counters, path).toEqual(counters ?? none);
  }
  return counters;
}

/** What the game's own route says that somebody has done in it. */
async function inBox(id: string): Promise<Counters> {
  const { body } = await ask(`/v1/nba/games/${whole?.gameId}?as_of=${formatInstant(YEARS_AFTER)}`);
  const line = body.box.home.players.find((one: { player: { id: string } }) => one.player.id === id);
  return line.counters;
}

describe('a game whose end no feed told', () => {
  test('goes on for a player until totals of its season are certain, with what he did in it', async () => {
    const counters = await inBox(first ?? '');
    expect(counters.seconds).toBeGreaterThan(0);
    expect(await inGame('player', first ?? '', OVER - 1, bases.totals)).toEqual(counters);
    expect(await inGame('player', first ?? '', OVER, bases.totals)).toBeNull();
    expect(await inGame('player', first ?? '', YEARS_AFTER, bases.totals)).toBeNull();
  });

  test('goes on until totals of a later season are, where those of its own are not known', async () => {
    const counters = await inBox(second ?? '');
    expect(await inGame('player', second ?? '', NEXT_OVER - 1, bases.totals)).toEqual(counters);
    expect(await inGame('player', second ?? '', NEXT_OVER, bases.totals)).toBeNull();
  });

  test('goes on for ever where no such totals are known, or were at the basis, and for a team', async () => {
    const counters = await inBox(third ?? '');
    expect(await inGame('player', third ?? '', YEARS_AFTER, bases.totals)).toEqual(counters);
    expect(await inGame('player', first ?? '', YEARS_AFTER, bases.game)).toEqual(await inBox(first ?? ''));
    const team = String(whole.boxscore.game.homeTeam.teamId);
    expect(await inGame('team', team, YEARS_AFTER, bases.totals)).toMatchObject({ games: 1 });
  });
});
