/** Streams tell a game's whole history: folded, their events are the game at every basis. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { newestBasis } from '../../src/asof/ledger.ts';
import { STREAM_TIMES } from '../../src/http/event-stream.ts';
import { GameEvent, type Play } from '../../src/http/schemas.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { asking, type Reply } from '../http/api.ts';
import { EventReader } from '../http/event-reader.ts';
import { type Serving, serving } from '../http/serving.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { until } from '../setup/until.ts';
import { histories, LIVE_STEPS, plan, TWO_FEED_STEPS } from './history.ts';
import { Telling } from './telling.ts';
import { Ids } from './tiny-files.ts';

const HISTORIES = Math.ceil(Number(process.env.PLAYCLOCK_HISTORIES ?? 500) / 50);
const league = leagueNamed('demo');

let database: TestDatabase & { close(): Promise<void> };
let server: Serving;
let ask: (path: string) => Promise<Reply>;
beforeAll(async () => {
  database = await cloneDatabase(undefined, { pipeline: true });
  // A short silence, so that readers soon learn that there is no more.
  server = await serving(database.pool, { streams: { ...STREAM_TIMES, heartbeat: 10 } });
  ask = asking(database.pool);
});
afterAll(async () => {
  await server.stop();
  await database.close();
});

/** Everything the stream of a game tells after a basis, coming back after every few events. */
async function toldOf(game: string, after: number, often: number) {
  const newest = await newestBasis(database.pool);
  const reader = new EventReader(String(after));
  while (Number(reader.lastId) < newest) {
    const had = reader.events.length;
    const { over } = await reader.open(`${server.url}/v1/demo/games/${game}/stream`);
    await until(() => Number(reader.lastId) >= newest || reader.events.length >= had + often);
    reader.leave();
    await over;
  }
  return reader.events.map(({ id, data }) => ({ id: Number(id), data: GameEvent.parse(data) }));
}

/** The game and its plays at a basis, without the basis; null before it was known. */
async function gameAt(game: string, basis: number) {
  const { status, body } = await ask(`/v1/demo/games/${game}?basis=${basis}`);
  if (status === 404) return null;
  const { body: page } = await ask(`/v1/demo/games/${game}/plays?limit=1000&basis=${basis}`);
  return { game: { ...body, basis: null }, plays: page.plays as z.output<typeof Play>[] };
}

const byOrder = (a: z.output<typeof Play>, b: z.output<typeof Play>) =>
  Date.parse(a.wall_clock_time) - Date.parse(b.wall_clock_time) ||
  a.order_key - b.order_key ||
  (a.id < b.id ? -1 : 1);

describe('the stream of a game', () => {
  let count = 0;
  test.each([
    ['of one feed', LIVE_STEPS],
    ['of two feeds', TWO_FEED_STEPS],
  ])(
    'folds to the game at every basis, and tells every ingest that changed it, in histories %s',
    async (_, steps) => {
      const history = histories(steps, { min: 3, max: 7 });
      await fc.assert(
        fc.asyncProperty(history, fc.integer({ min: 1, max: 3 }), async (told, often) => {
          const telling = new Telling(database.pool, league, new Ids(++count));
          const before = await newestBasis(database.pool);
          const deliveries = plan(told);
          for (const delivery of deliveries) await telling.tell(delivery);
          const newest = await newestBasis(database.pool);
          for (const slot of new Set(deliveries.map((delivery) => delivery.slot))) {
            const game = telling.ids.game(slot);
            if ((await gameAt(game, newest)) === null) continue;
            const events = new Map((await toldOf(game, before, often)).map(({ id, data }) => [id, data]));
            expect([...events.keys()]).toEqual([...events.keys()].sort((a, b) => a - b));
            const plays = new Map<string, z.output<typeof Play>>();
            let last: Awaited<ReturnType<typeof gameAt>> = null;
            for (let basis = before + 1; basis <= newest; basis++) {
              const now = await gameAt(game, basis);
              const event = events.get(basis);
              if (event === undefined) expect(now, `basis ${basis} was not told`).toEqual(last);
              last = now;
              if (event === undefined || now === null) continue;
              for (const play of [...event.plays.added, ...event.plays.changed]) plays.set(play.id, play);
              for (const id of event.plays.removed) plays.delete(id);
              expect([...plays.values()].sort(byOrder)).toEqual(now.plays.toSorted(byOrder));
              expect([event.game, event.state]).toEqual([now.game.game, now.game.state]);
            }
          }
        }),
        { numRuns: HISTORIES, endOnFailure: true },
      );
    },
  );
});
