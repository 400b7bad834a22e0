import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { cloneDatabase, type TestDatabase, testDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';
import { silent } from '../setup/log.ts';
import { asking, type Reply } from './api.ts';

const games = [...simulateSeason({ seed: 'contract', season: '2023-24', teams: 4, gamesPerTeam: 2 })];
const [first] = games;
if (first === undefined) throw new RangeError('no games');
const actions = first.playbyplay.game.actions;
const middle = actions[Math.floor(actions.length / 2)]?.timeActual ?? '';
const starter = first.boxscore.game.homeTeam.players.find((player) => player.starter === '1');
const stats = `/v1/demo/players/${starter?.personId}/stats`;

let database: TestDatabase & { close(): Promise<void> };
let ask: (path: string, headers?: Record<string, string>) => Promise<Reply>;

beforeAll(async () => {
  database = await cloneDatabase();
  await loadGames(database.pool, games);
  ask = asking(database.pool);
});
afterAll(() => database.close());

describe('refusals', () => {
  test.each([
    ['an instant without offset or zone', `${stats}?as_of=2024-01-01T12:00:00`, 400, 'invalid-instant'],
    ['a date only', `${stats}?as_of=2024-01-01`, 400, 'invalid-instant'],
    ['a day that is none', `${stats}?as_of=2024-02-30T12:00:00Z`, 400, 'invalid-instant'],
    ['an hour that is none', `${stats}?as_of=2024-02-03T25:00:00Z`, 400, 'invalid-instant'],
    ['microseconds', `${stats}?as_of=2024-02-03T12:00:00.123456Z`, 400, 'invalid-instant'],
    ['a zone that is none', `${stats}?as_of=2024-01-01T12:00:00&tz=Chicago`, 400, 'invalid-instant'],
    [
      'a zone that is none, and not needed',
      `${stats}?as_of=2024-01-01T12:00:00Z&tz=Nowhere/Bad`,
      400,
      'invalid-instant',
    ],
    ['an empty zone', `${stats}?as_of=2024-01-01T12:00:00Z&tz=`, 400, 'invalid-instant'],
    ['an offset that is none', `${stats}?as_of=2024-02-03T12:00:00%2B24:00`, 400, 'invalid-instant'],
    [
      'a local time clocks skip',
      `${stats}?as_of=2024-03-10T02:30:00&tz=America/Chicago`,
      400,
      'nonexistent-instant',
    ],
    [
      'a local time that happens twice',
      `${stats}?as_of=2023-11-05T01:30:00&tz=America/Chicago`,
      400,
      'ambiguous-instant',
    ],
    ['no instant', stats, 400, 'invalid-parameter'],
    ['a parameter there is not', `${stats}?as_of=2024-01-01T12:00:00Z&season=2023`, 400, 'invalid-parameter'],
    ['another boundary', `${stats}?as_of=2024-01-01T12:00:00Z&boundary=after`, 400, 'invalid-parameter'],
    ['a basis that is no number', `${stats}?as_of=2024-01-01T12:00:00Z&basis=x`, 400, 'invalid-parameter'],
    ['a negative limit', '/v1/ingests?limit=-1', 400, 'invalid-parameter'],
    ['a cursor of nobody', `/v1/demo/games/${first.gameId}/plays?cursor=abc`, 400, 'invalid-parameter'],
    [
      'basis and known_at',
      `${stats}?as_of=2024-01-01T12:00:00Z&basis=1&known_at=2030-01-01T00:00:00Z`,
      400,
      'invalid-parameter',
    ],
    ['corrections since a basis not reached', '/v1/demo/corrections?since_basis=999', 404, 'unknown-basis'],
    [
      'corrections since what was not known yet',
      '/v1/demo/corrections?since_basis=2&basis=1',
      400,
      'invalid-parameter',
    ],
    [
      'plays from a later instant to an earlier',
      `/v1/demo/games/${first.gameId}/plays?from=2024-01-02T00:00:00Z&to=2024-01-01T00:00:00Z`,
      400,
      'invalid-parameter',
    ],
    ['a basis not reached', `${stats}?as_of=2024-01-01T12:00:00Z&basis=999`, 404, 'unknown-basis'],
    [
      'knowledge before the first ingest',
      `${stats}?as_of=2024-01-01T12:00:00Z&known_at=2001-01-01T00:00:00Z`,
      404,
      'unknown-basis',
    ],
    [
      'a league there is not',
      '/v1/cricket/players/1/stats?as_of=2024-01-01T12:00:00Z',
      404,
      'unknown-league',
    ],
    ['a player there is not', '/v1/demo/players/1/stats?as_of=2024-01-01T12:00:00Z', 404, 'not-found'],
    ['a game there is not', '/v1/demo/games/1', 404, 'not-found'],
    ['a path there is not', '/v1/demo/umpires', 404, 'not-found'],
    ['a parameter twice', `${stats}?as_of=2024-01-01T12:00:00Z&basis=1&basis=1`, 400, 'invalid-parameter'],
    [
      'a parameter with the name of a method',
      `${stats}?as_of=2024-01-01T12:00:00Z&toString=1`,
      400,
      'invalid-parameter',
    ],
    ['the year 0', `${stats}?as_of=0000-12-31T23:59:59Z`, 400, 'invalid-instant'],
    [
      'an instant that is in the year 10000 of UTC',
      `${stats}?as_of=9999-12-31T23:59:59.999-12:00`,
      400,
      'invalid-instant',
    ],
    [
      'an id that holds NUL',
      '/v1/demo/players/97%007/stats?as_of=2024-01-01T12:00:00Z',
      400,
      'invalid-parameter',
    ],
    ['a game id that holds NUL', '/v1/demo/games/%00', 400, 'invalid-parameter'],
    ['a name that holds NUL', '/v1/search?q=k%00be', 400, 'invalid-parameter'],
  ])('%s', async (_, path, status, type) => {
    const reply = await ask(path);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    expect({ status: reply.status, type: reply.body.type, bodyStatus: reply.body.status }).toEqual({
      status,
      type,
      bodyStatus: status,
    });
    expect(reply.body.detail).toBeTruthy();
  });

  test('a method that a path does not take is refused with those that it takes', async () => {
    const app = createApp({ pool: database.pool, log: silent, keys: [] });
    const ask = async (method: string, path: string) => {
      const { status, headers } = await app.request(path, { method });
      return [status, headers.get('allow')];
    };
    expect(await ask('POST', stats)).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(await ask('OPTIONS', stats)).toEqual([204, 'GET, HEAD, OPTIONS']);
    expect(await ask('GET', '/v1/demo/panel')).toEqual([405, 'POST, QUERY, OPTIONS']);
    expect(await ask('POST', '/v1/demo/umpires')).toEqual([404, null]);
    expect(await ask('OPTIONS', '/v1/demo/umpires')).toEqual([404, null]);
  });

  test('the ambiguous names both candidates', async () => {
    const reply = await ask(`${stats}?as_of=2023-11-05T01:30:00&tz=America/Chicago`);
    expect(reply.body.candidates).toEqual(['2023-11-05T01:30:00.000-05:00', '2023-11-05T01:30:00.000-06:00']);
  });

  test('a fault shows an id to quote and nothing of its cause', async () => {
    const broken = await testDatabase();
    await broken.pool.query('drop table demo.players cascade');
    const reply = await asking(broken.pool)(`${stats}?as_of=2024-01-01T12:00:00Z`);
    expect(reply.status).toBe(500);
    expect(reply.body.type).toBe('internal');
    expect(reply.body.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(reply.text).not.toMatch(/relation|does not exist|select/i);
  });
});

describe('instants', () => {
  test('are the same written with an offset, with a zone, or with a plus that a query string ate', async () => {
    const bodies = await Promise.all(
      [
        'as_of=2024-01-01T06:00:00.5-06:00',
        'as_of=2024-01-01%2006:00:00.500&tz=America/Chicago',
        'as_of=2024-01-01T13:00:00.500+01:00',
        'as_of=2024-01-01T13:00:00.500%2B01:00',
      ].map(async (query) => (await ask(`${stats}?${query}`)).body),
    );
    expect(new Set(bodies.map((body) => body.as_of))).toEqual(new Set(['2024-01-01T12:00:00.500Z']));
  });

  test('before anything has happened are answered with zeros', async () => {
    const { status, body } = await ask(`${stats}?as_of=1999-01-01T00:00:00Z`);
    expect(status).toBe(200);
    expect(body.totals.career.counters).toMatchObject({ games: 0, seconds: 0, pts: 0 });
    expect(body).toMatchObject({ last_play: null, game: null, bounds: null, staleness_ms: null });
    expect(body.totals.game).toBeNull();
  });
});

describe('answers', () => {
  test('echo both clocks and hold the counters in their order', async () => {
    const { body } = await ask(`${stats}?as_of=${middle}`);
    expect(body.basis).toBe(games.length);
    expect(Object.keys(body.totals.game.counters).join(' ')).toBe(
      'games seconds pts fgm fga fg3m fg3a ftm fta oreb dreb reb ast stl blk tov pf plus_minus',
    );
    expect(body.game).toMatchObject({ id: first.gameId, status: 'in_progress' });
    expect(body.coverage).toEqual({ games_from_plays: 1, games_from_totals: 0 });
  });

  test('scope leaves the other totals out', async () => {
    const { body } = await ask(`${stats}?as_of=${middle}&scope=career`);
    expect(Object.keys(body.totals)).toEqual(['career']);
  });

  test('a game shows five a side on the floor, both boxes and who started', async () => {
    const { body } = await ask(`/v1/demo/games/${first.gameId}?as_of=${middle}`);
    expect(body.state.status).toBe('in_progress');
    expect([body.lineups.home.length, body.lineups.away.length]).toEqual([5, 5]);
    const onFloor = body.box.home.players.filter((player: { on_court: boolean }) => player.on_court);
    expect(onFloor.map((player: { player: { id: string } }) => player.player.id).sort()).toEqual(
      [...body.lineups.home].sort(),
    );
    const sum = body.box.home.players.reduce(
      (total: number, player: { counters: { pts: number } }) => total + player.counters.pts,
      0,
    );
    expect(sum).toBe(body.state.home_score);
    expect(body.box.home.players.filter((player: { starter: boolean }) => player.starter)).toHaveLength(5);
  });

  test('a game without an instant is the final one, as the official box has it', async () => {
    const { body } = await ask(`/v1/demo/games/${first.gameId}`);
    const { homeTeam, awayTeam } = first.boxscore.game;
    expect(body.state).toMatchObject({
      status: 'final',
      home_score: homeTeam.score,
      away_score: awayTeam.score,
    });
    expect(body.differences).toEqual([]);
  });

  test('games of an instant begin with those in progress', async () => {
    const { body } = await ask(`/v1/demo/games?as_of=${middle}`);
    expect(body.games[0].status).toBe('in_progress');
    expect(body.games.map((game: { id: string }) => game.id)).toContain(first.gameId);
    const later = await ask('/v1/demo/games?as_of=2031-01-01T00:00:00Z');
    expect(later.body.games).toEqual([]);
  });

  test('plays come in order, whole, page by page, at the basis of the first page', async () => {
    const path = `/v1/demo/games/${first.gameId}/plays?limit=200`;
    const pages = [(await ask(path)).body];
    while (pages.at(-1).next_cursor !== null)
      pages.push((await ask(`${path}&cursor=${pages.at(-1).next_cursor}`)).body);
    const plays = pages.flatMap((page) => page.plays);
    expect(plays).toHaveLength(actions.length);
    expect(new Set(plays.map((play) => play.id)).size).toBe(actions.length);
    const times = plays.map((play) => play.wall_clock_time);
    expect(times).toEqual([...times].sort());
  });

  test('a cursor is refused with another basis than its own, of a basis nobody has given, and beyond what can be stored', async () => {
    const path = `/v1/demo/games/${first.gameId}/plays?limit=1`;
    const { body } = await ask(path);
    const page = `${path}&cursor=${body.next_cursor}`;
    expect((await ask(`${page}&basis=${body.basis}`)).body.plays).toHaveLength(1);
    const forged = (cursor: object) => Buffer.from(JSON.stringify(cursor)).toString('base64url');
    const after = { at: 0, order: 0, id: '1' };
    const refused = [
      `${page}&basis=${body.basis - 1}`,
      `${path}&cursor=${forged({ basis: 999, after })}`,
      `${path}&cursor=${forged({ basis: 3e9, after })}`,
      `${path}&cursor=${forged({ basis: 1, after: { ...after, at: 9e15 } })}`,
      `${path}&cursor=${forged({ basis: 1, after: { ...after, order: 3e9 } })}`,
      `${path}&cursor=${forged({ basis: 1, after: { ...after, id: '\0' } })}`,
      `/v1/demo/corrections?cursor=${forged({ basis: 1, after: { basis: 1, position: 3e9 } })}`,
      `/v1/demo/corrections?cursor=${forged({ basis: 999, after: { basis: 1, position: 1 } })}`,
    ];
    for (const each of refused) {
      const reply = await ask(each);
      expect([reply.status, reply.body.parameter], `${each}: ${reply.text}`).toEqual([400, 'cursor']);
    }
  });

  test('search finds a misspelt name', async () => {
    const name = starter?.name ?? '';
    const misspelt = name.slice(0, 3) + name.slice(4);
    const { body } = await ask(`/v1/search?q=${encodeURIComponent(misspelt)}`);
    expect(body.results[0]).toMatchObject({ kind: 'player', name, league: 'demo' });
  });

  test('search takes the words of a game from their beginnings, and puts the visitor who was named as such first', async () => {
    const { homeTeam, awayTeam } = first.boxscore.game;
    const gamesOf = async (q: string) =>
      (await ask(`/v1/search?q=${encodeURIComponent(q)}`)).body.results.filter(
        ({ kind }: { kind: string }) => kind === 'game',
      );
    const met = `${awayTeam.teamTricode} at ${homeTeam.teamTricode}`;
    expect((await gamesOf(met))[0].name).toContain(`${met}, `);
    const cities = [awayTeam.teamCity, homeTeam.teamCity];
    expect(await gamesOf(cities.map((city) => city.slice(0, 3)).join(' '))).not.toEqual([]);
    expect(await gamesOf(cities.map((city) => city.slice(1)).join(' '))).toEqual([]);
  });
});

describe('caching', () => {
  test('an answer at a basis is immutable, the newest is not', async () => {
    const fixed = await ask(`${stats}?as_of=${middle}&basis=${games.length}`);
    const newest = await ask(`${stats}?as_of=${middle}`);
    expect(fixed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(newest.headers.get('cache-control')).toBe('no-cache');
    expect(fixed.text).toBe(newest.text);
  });

  test('what the client holds is not sent again', async () => {
    const path = `${stats}?as_of=${middle}`;
    const tag = (await ask(path)).headers.get('etag') ?? '';
    const again = await ask(path, { 'if-none-match': tag });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await ask(`${path}&boundary=before`, { 'if-none-match': tag })).status).toBe(200);
  });

  test('what the client holds of an instant of knowledge is not sent again', async () => {
    const { body } = await ask('/v1/ingests');
    const first = body.ingests.at(-1);
    const path = `${stats}?as_of=${middle}&known_at=${first.committed_at}`;
    const { body: held, headers } = await ask(path);
    expect(held.basis).toBe(first.ingest_id);
    expect((await ask(path, { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
  });
});

describe('keys', () => {
  test('without one of them nothing under /v1 is answered', async () => {
    const locked = asking(database.pool, ['right', 'other']);
    expect((await locked('/v1/basis')).body).toMatchObject({ type: 'unauthorized', status: 401 });
    expect((await locked('/v1/basis', { authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await locked('/v1/basis', { authorization: 'Bearer other' })).status).toBe(200);
    expect((await locked('/healthz')).status).toBe(200);
  });
});

describe('operation', () => {
  test('alive, ready, measured, documented', async () => {
    expect((await ask('/healthz')).body).toEqual({ status: 'ok' });
    expect((await ask('/readyz')).body).toEqual({ status: 'ready', basis: games.length });
    expect((await ask('/metrics')).text).toContain('playclock_http_request_seconds');
    const { body } = await ask('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toContain('/v1/{league}/players/{player_id}/stats');
    const page = await ask('/docs');
    expect(page.text).not.toMatch(/https?:\/\/(?!127)/);
  });

  test('not ready while the database is away, for a reason that the log has', async () => {
    const gone = await cloneDatabase();
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => lines.push(line) });
    const app = createApp({ pool: gone.pool, log, keys: [] });
    await gone.close();
    const response = await app.request('/readyz');
    expect(await response.json()).toMatchObject({ type: 'not-ready', status: 503 });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { msg: 'not ready', path: '/readyz', err: { message: expect.stringContaining('pool') } },
    ]);
  });

  test('not ready while the database is of no version, and says what to do', async () => {
    const older = await cloneDatabase();
    await older.pool.query('drop schema playclock cascade');
    expect((await asking(older.pool)('/readyz')).body).toMatchObject({
      type: 'not-ready',
      detail: expect.stringContaining('playclock -- migrate'),
    });
    await older.close();
  });
});
