/** Streams over real sockets: nothing missed, nothing twice, nothing left behind. */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type pg from 'pg';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { z } from 'zod';
import { followerOf } from '../../src/asof/follower.ts';
import type { AppOptions } from '../../src/http/app.ts';
import { STREAM_TIMES, type StreamTimes } from '../../src/http/event-stream.ts';
import { Dropped, GameEvent, LeagueEvent } from '../../src/http/schemas.ts';
import type { SimulatedGame } from '../../src/simulate/game.ts';
import { reviseGame } from '../../src/simulate/revise.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { testDatabase } from '../setup/database.ts';
import { loadGames } from '../setup/loading.ts';
import { until } from '../setup/until.ts';
import { EventReader } from './event-reader.ts';
import { servingHere } from './serving.ts';

function twoGames(): [SimulatedGame, SimulatedGame] {
  const [first, second] = simulateSeason({ seed: 'streams', season: '2023-24', teams: 4, gamesPerTeam: 1 });
  if (first === undefined || second === undefined) throw new RangeError('a season without games');
  return [first, second];
}
const [game, other] = twoGames();
const revised = reviseGame(game, 'streams', 'assist moved').game;
const path = `/v1/demo/games/${game.gameId}/stream`;

/** A game with other actions. */
function telling(
  actions: SimulatedGame['playbyplay']['game']['actions'],
  { playbyplay, ...rest }: SimulatedGame = game,
): SimulatedGame {
  return { ...rest, playbyplay: { ...playbyplay, game: { ...playbyplay.game, actions } } };
}

/** A game as it stood after so many actions. */
function begun(count: number, of: SimulatedGame = game): SimulatedGame {
  return telling(of.playbyplay.game.actions.slice(0, count), of);
}

/** The game in which the feed wrote very much: more than sockets hold. */
const wordy = telling(
  game.playbyplay.game.actions
    .slice(0, 100)
    .map((action) => ({ ...action, description: 'x'.repeat(80_000) })),
);

let pools: pg.Pool[] = [];
afterEach(async () => {
  // Nothing is left of any stream: no subscription, no connection in use, no listener.
  for (const pool of pools) {
    await until(() => followerOf(pool).newest === null && pool.totalCount === pool.idleCount);
    expect(pool.waitingCount).toBe(0);
  }
  pools = [];
});

async function started(times: Partial<StreamTimes> = {}, options: Partial<AppOptions> = {}) {
  const { pool, url: databaseUrl } = await testDatabase();
  pools.push(pool);
  const server = await servingHere(pool, { streams: { ...STREAM_TIMES, ...times }, ...options });
  // biome-ignore lint/suspicious/noExplicitAny: bodies of every shape
  const get = async (asked: string) => (await fetch(`${server.url}${asked}`)).json() as Promise<any>;
  return { pool, databaseUrl, server, get };
}

/** The plays of a game, folded from events alone. */
class Folded {
  readonly #plays = new Map<string, { id: string; order_key: number; wall_clock_time: string }>();

  take(data: z.output<typeof GameEvent>): void {
    for (const play of [...data.plays.added, ...data.plays.changed]) this.#plays.set(play.id, play);
    for (const id of data.plays.removed) this.#plays.delete(id);
  }

  get plays() {
    return [...this.#plays.values()].sort((a, b) =>
      a.wall_clock_time === b.wall_clock_time
        ? a.order_key - b.order_key
        : a.wall_clock_time < b.wall_clock_time
          ? -1
          : 1,
    );
  }
}

describe('a stream of a game', () => {
  test('tells each ingest that changes the game, so that its events fold to what the server says', async () => {
    const { pool, server, get } = await started();
    await loadGames(pool, [begun(50)]);
    const reader = new EventReader('0');
    const { over } = await reader.open(server.url + path);
    await loadGames(pool, [begun(200)]);
    await loadGames(pool, [other]);
    await loadGames(pool, [game]);
    await loadGames(pool, [game]);
    await loadGames(pool, [revised]);
    await until(() => reader.lastId === '6');
    expect(reader.events.map(({ event, id }) => [event, id])).toEqual(
      ['1', '2', '4', '6'].map((id) => ['change', id]),
    );
    const folded = new Folded();
    for (const { id, data } of reader.events) {
      const told = GameEvent.parse(data);
      folded.take(told);
      const now = await get(`/v1/demo/games/${game.gameId}?basis=${id}`);
      const { plays } = await get(`/v1/demo/games/${game.gameId}/plays?limit=1000&basis=${id}`);
      expect(folded.plays).toEqual(plays);
      expect([told.basis, told.game, told.state]).toEqual([Number(id), now.game, now.state]);
      const { corrections } = await get(`/v1/demo/corrections?since_basis=${Number(id) - 1}&basis=${id}`);
      expect(told.corrections).toBe(corrections.length);
    }
    expect(reader.events.at(-1)?.data.corrections).toBeGreaterThan(0);
    expect(reader.events.at(-1)?.data.plays.changed.length).toBeGreaterThan(0);
    reader.leave();
    await over;
  });

  test('begins with what comes next, and with a place to come back to', async () => {
    const { pool, server } = await started();
    await loadGames(pool, [begun(50)]);
    const reader = new EventReader();
    const { over } = await reader.open(server.url + path);
    await until(() => reader.lastId === '1');
    expect(reader.events).toEqual([]);
    await loadGames(pool, [game]);
    await until(() => reader.events.length === 1);
    expect(reader.events[0]).toMatchObject({ event: 'change', id: '2' });
    reader.leave();
    await over;
  });

  test('takes the place from the query too; the header counts before it', async () => {
    const { pool, server } = await started();
    await loadGames(pool, [begun(50)]);
    await loadGames(pool, [begun(100)]);
    await loadGames(pool, [game]);
    const [early, late] = [new EventReader(), new EventReader('2')];
    await early.open(`${server.url}${path}?last_event_id=1`);
    await late.open(`${server.url}${path}?last_event_id=1`);
    await until(() => early.lastId === '3' && late.lastId === '3');
    expect(early.events.map(({ id }) => id)).toEqual(['2', '3']);
    expect(late.events.map(({ id }) => id)).toEqual(['3']);
    early.leave();
    late.leave();
  });

  test('is refused where there is no such basis, game, league, or place', async () => {
    const { pool, server } = await started();
    await loadGames(pool, [begun(50)]);
    const refusal = async (asked: string, headers: Record<string, string> = {}) => {
      const response = await fetch(server.url + asked, { headers });
      return [response.status, ((await response.json()) as { type: string }).type];
    };
    expect(await refusal(path, { 'last-event-id': '2' })).toEqual([404, 'unknown-basis']);
    expect(await refusal(`${path}?last_event_id=999999`)).toEqual([404, 'unknown-basis']);
    expect(await refusal(`${path}?last_event_id=-1`)).toEqual([400, 'invalid-parameter']);
    expect(await refusal(`${path}?last_event_id=9999999999`)).toEqual([400, 'invalid-parameter']);
    expect(await refusal(path, { 'last-event-id': 'x' })).toEqual([400, 'invalid-parameter']);
    expect(await refusal(`${path}?basis=1`)).toEqual([400, 'invalid-parameter']);
    expect(await refusal('/v1/demo/games/nothing/stream')).toEqual([404, 'not-found']);
    expect(await refusal('/v1/cricket/stream')).toEqual([404, 'unknown-league']);
    expect((await fetch(server.url + path, { method: 'HEAD' })).status).toBe(200);
  });

  test('shows signs of life, and moves the place to come back to past what changed nothing', async () => {
    const { pool, server } = await started({ heartbeat: 20 });
    await loadGames(pool, [begun(50)]);
    const reader = new EventReader();
    await reader.open(server.url + path);
    await loadGames(pool, [other]);
    await until(() => reader.comments > 2 && reader.lastId === '2');
    expect(reader.events).toEqual([]);
    reader.leave();
  });
});

describe('a stream of a league', () => {
  test('tells of all its games, by ids of plays, and of no other league', async () => {
    const { pool, server } = await started();
    const reader = new EventReader('0');
    await reader.open(`${server.url}/v1/demo/stream`);
    const silent = new EventReader('0');
    await silent.open(`${server.url}/v1/nba/stream`);
    await loadGames(pool, [begun(50)]);
    await loadGames(pool, [other]);
    await loadGames(pool, [revised]);
    await until(() => reader.events.length === 3);
    const told = reader.events.map(({ data }) => LeagueEvent.parse(data));
    expect(told.map((event) => event.game?.id)).toEqual([game.gameId, other.gameId, game.gameId]);
    expect(told[0]?.plays?.added).toHaveLength(50);
    expect(told[2]?.state?.status).toBe('final');
    expect(silent.events).toEqual([]);
    reader.leave();
    silent.leave();
  });
});

describe('readers who come and go', () => {
  test('miss nothing and hear nothing twice while several loaders work, however often they are cut off', async () => {
    const { pool, server } = await started();
    const games = simulateSeason({ seed: 'many', season: '2023-24', teams: 6, gamesPerTeam: 2 }).toArray();
    const versions = games.flatMap((one) => [begun(60, one), begun(120, one)]);
    const expected = versions.length;
    const readers = Array.from({ length: 5 }, () => new EventReader('0'));
    let loading = true;
    const follow = async (reader: EventReader, most: number) => {
      while (loading || Number(reader.lastId) < expected) {
        const { over } = await reader.open(`${server.url}/v1/demo/stream`);
        const had = reader.events.length;
        await until(() => reader.events.length >= had + most || Number(reader.lastId) >= expected);
        reader.leave();
        await over;
      }
    };
    const following = readers.map((reader, index) => follow(reader, index + 1));
    const load = async (share: number) => {
      for (const [index, version] of versions.entries())
        if (index % 3 === share) await loadGames(pool, [version]);
    };
    await Promise.all([0, 1, 2].map(load));
    loading = false;
    await Promise.all(following);
    const { rows } = await pool.query<{ id: string }>(
      `select ingest_id::text as id from playclock.ingests where outcome = 'loaded' order by ingest_id`,
    );
    const ids = rows.map((row) => row.id);
    expect(ids.length).toBeGreaterThan(games.length);
    const [first] = readers;
    for (const reader of readers) {
      expect(reader.events.map(({ id }) => id)).toEqual(ids);
      expect(reader.events).toEqual(first?.events);
    }
  });

  test('share one connection that listens, and leave none in use', async () => {
    const { pool, server } = await started();
    await loadGames(pool, [begun(50)]);
    const readers = Array.from({ length: 40 }, () => new EventReader());
    await Promise.all(readers.map((reader) => reader.open(server.url + path)));
    await until(() => followerOf(pool).newest === 1);
    const { rows } = await pool.query(
      `select from pg_stat_activity where datname = current_database() and application_name = 'playclock follower'`,
    );
    expect(rows).toHaveLength(1);
    await loadGames(pool, [game]);
    await until(() => readers.every(({ events }) => events.length === 1));
    for (const reader of readers) reader.leave();
  });

  test('hear what was committed while the listening connection was broken', async () => {
    const { pool, server } = await started();
    await loadGames(pool, [begun(50)]);
    const reader = new EventReader();
    await reader.open(server.url + path);
    await until(() => followerOf(pool).newest === 1);
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'playclock follower'`,
    );
    await loadGames(pool, [begun(100)]);
    await loadGames(pool, [game]);
    await until(() => reader.events.length === 2);
    expect(reader.events.map(({ id }) => id)).toEqual(['2', '3']);
    reader.leave();
  });

  test('are dropped with the reason when they read too slowly, and lose nothing by it', async () => {
    const { pool, server } = await started({ heartbeat: 20, stall: 100, grace: 60_000 });
    const reader = new EventReader('0');
    await loadGames(pool, [wordy]);
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.pause();
    socket.write(`GET /v1/demo/games/${game.gameId}/stream?last_event_id=0 HTTP/1.1\r\nhost: x\r\n\r\n`);
    await until(() => followerOf(pool).newest !== null);
    await until(() => followerOf(pool).newest === null);
    const told = await text(socket.resume());
    const data = /event: dropped\ndata: (.*)/.exec(told)?.[1] ?? '{}';
    expect(Dropped.parse(JSON.parse(data)).reason).toBe('slow-reader');
    expect(told.endsWith('0\r\n\r\n')).toBe(true);
    await reader.open(server.url + path);
    await until(() => reader.events.length === 1);
    reader.leave();
  });

  test('who read nothing at all are cut off', async () => {
    const { pool, server } = await started({ heartbeat: 20, stall: 50, grace: 50 });
    await loadGames(pool, [wordy]);
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.pause();
    socket.write(`GET /v1/demo/games/${game.gameId}/stream?last_event_id=0 HTTP/1.1\r\nhost: x\r\n\r\n`);
    await until(() => followerOf(pool).newest !== null);
    await until(async () => (await server.connections()) === 0);
    const told = await text(socket.resume());
    expect(told.includes('event: dropped')).toBe(false);
    expect(told.endsWith('0\r\n\r\n')).toBe(false);
  });

  test('are told when the server stops, which then stops at once', async () => {
    const { pool, server } = await started();
    await loadGames(pool, [begun(50)]);
    const reader = new EventReader();
    const { over } = await reader.open(server.url + path);
    await server.stop();
    await over;
    expect(reader.events.map(({ event, data }) => [event, data.reason])).toEqual([
      ['dropped', 'shutting-down'],
    ]);
  });
});

describe('streams open at once', () => {
  const refused = async (url: string, key?: string) => {
    const response = await fetch(
      url,
      key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } },
    );
    const body = (await response.json()) as { type: string; retry_after: number };
    expect(response.headers.get('retry-after')).toBe(String(body.retry_after));
    expect(body.retry_after).toBeGreaterThan(0);
    return [response.status, body.type];
  };
  /** A stream, open from its first bytes until it is left. */
  const opened = async (url: string, key?: string) => {
    const abort = new AbortController();
    const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    const response = await fetch(url, { headers, signal: abort.signal });
    await response.body?.getReader().read();
    onTestFinished(() => abort.abort());
    return { status: response.status, leave: () => abort.abort() };
  };

  test('no more than a process serves: the next is refused, until somebody leaves', async () => {
    const { server } = await started({}, { streamLimits: { all: 2, perKey: 2 } });
    const url = `${server.url}/v1/demo/stream`;
    const first = await opened(url);
    await opened(url);
    expect(await refused(url)).toEqual([503, 'not-ready']);
    // What has no stream is answered all the same, and takes no place.
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
    first.leave();
    await until(async () => (await opened(url)).status === 200);
    await server.stop();
  });

  test('a key that has all of its own takes none of the others', async () => {
    const options = { keys: ['one', 'two'], streamLimits: { all: 3, perKey: 1 } };
    const { server } = await started({}, options);
    const url = `${server.url}/v1/demo/stream`;
    await opened(url, 'one');
    expect(await refused(url, 'one')).toEqual([429, 'rate-limited']);
    expect((await opened(url, 'two')).status).toBe(200);
    await server.stop();
  });
});
