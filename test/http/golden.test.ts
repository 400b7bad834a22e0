import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadAll } from '../setup/loading.ts';
import { describeReal, realPath } from '../setup/real-data.ts';
import { asking, type Reply } from './api.ts';

describeReal('the question Playclock was ordered with', () => {
  let database: TestDatabase & { close(): Promise<void> };
  let ask: (path: string) => Promise<Reply>;

  beforeAll(async () => {
    database = await cloneDatabase();
    const lakers = ['0021500017', '0021500476'].map((id) =>
      realPath('nba-stats-v2', 'events', `${id}.csv.gz`),
    );
    const reports = await loadAll(
      database.pool,
      realPath('facts'),
      realPath('nba-stats-v2', 'schedule.csv'),
      ...lakers,
    );
    expect(reports.map((report) => report.outcome)).toEqual(reports.map(() => 'loaded'));
    ask = asking(database.pool);
  });
  afterAll(() => database.close());

  test('Kobe Bryant at 7:02:34.560 PM Central on June 19, 2016 had retired with 33,643 points in 1,346 games', async () => {
    const { body } = await ask('/v1/nba/players/977/stats?as_of=2016-06-19T19:02:34.560&tz=America/Chicago');
    expect(body.as_of).toBe('2016-06-20T00:02:34.560Z');
    expect(body.player).toMatchObject({ id: '977', name: 'Kobe Bryant' });
    expect(body.totals.career.counters).toMatchObject({
      games: 1346,
      pts: 33643,
      reb: 7047,
      ast: 6306,
      seconds: null,
    });
    expect(body.totals.season).toMatchObject({
      season: '2015-16',
      season_type: 'regular',
      counters: { games: 66, pts: 1161 },
      derived: { ppg: 17.6 },
    });
    expect(body.totals.career.derived.ppg).toBe(25);
    expect(body).toMatchObject({
      game: null,
      bounds: null,
      coverage: { games_from_plays: 2, games_from_totals: 1344 },
    });
    expect(body.last_play).toMatchObject({ game_id: '0021500476', precision: 'minute' });
  });

  test('the same instant without a zone is refused', async () => {
    const { body } = await ask('/v1/nba/players/977/stats?as_of=2016-06-19T19:02:34.560');
    expect(body.type).toBe('invalid-instant');
  });

  test('inside a season known by its totals alone the answer has bounds, at its end it is exact', async () => {
    const career = async (instant: string, boundary = 'at') =>
      (await ask(`/v1/nba/players/977/stats?as_of=${instant}&boundary=${boundary}&scope=career`)).body;
    const within = await career('2005-12-25T20:00:00Z');
    expect(within.totals.career.counters.pts).toBe(14034);
    expect(within.bounds.min.career.counters.pts).toBe(14034);
    expect(within.bounds.max.career.counters.pts).toBe(14034 + 2832);
    expect(within.bounds.plays_in_doubt).toBe(1);
    expect((await career('2006-04-20T07:00:00.000Z')).bounds).toBeNull();
    expect((await career('2006-04-20T07:00:00.000Z')).totals.career.counters.pts).toBe(16866);
    expect((await career('2006-04-20T07:00:00.000Z', 'before')).bounds.max.career.counters.pts).toBe(16866);
  });

  test('inside a season with plays the plays answer, and minute stamps give bounds', async () => {
    const { body } = await ask('/v1/nba/players/977/stats?as_of=2015-10-29T03:30:03.200Z');
    expect(body.totals.game.counters.pts).toBe(11);
    expect(body.totals.career.counters.pts).toBe(32482 + 11);
    expect(body.bounds.plays_in_doubt).toBeGreaterThan(0);
    expect(body.bounds.min.career.counters.pts).toBeLessThanOrEqual(body.bounds.max.career.counters.pts);
  });
});
