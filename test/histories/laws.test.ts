import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { Random } from '../../src/simulate/random.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { leagueNamed } from '../setup/real-v2.ts';
import { Examiner } from './examination.ts';
import { histories, LIVE_STEPS, plan, TWO_FEED_STEPS } from './history.ts';
import type { Question } from './naive-bitemporal.ts';
import { drawQuestion, pathOf } from './questions.ts';
import type { Telling } from './telling.ts';

const HISTORIES = Math.ceil(Number(process.env.PLAYCLOCK_HISTORIES ?? 500) / 20);
const TIMEOUT = 60_000 * Math.max(5, HISTORIES / 5);
const league = leagueNamed('demo');
let database: TestDatabase & { close(): Promise<void> };
let examiner: Examiner;

beforeAll(async () => {
  database = await cloneDatabase();
  examiner = new Examiner(database.pool, league, { fresh: 0, again: 0, last: 0 });
});
afterAll(() => database.close());

type Counters = Record<string, number>;

/** Career counters; null for somebody nobody had heard of. */
async function career(question: Question): Promise<Counters | null> {
  const { status, body } = await examiner.ask(pathOf(league, question));
  return status === 404 ? null : body.totals.career.counters;
}

async function tellAll(steps: Parameters<typeof plan>[0]): Promise<{ telling: Telling; instants: number[] }> {
  const telling = examiner.begin();
  const deliveries = plan(steps);
  for (const delivery of deliveries) await telling.tell(delivery);
  return { telling, instants: deliveries.flatMap(({ version }) => version.game.plays.map(({ at }) => at)) };
}

const basesOf = (telling: Telling) => telling.told.map(({ basis }) => basis);
const anyHistory = fc.oneof(
  histories(LIVE_STEPS, { min: 2, max: 6 }),
  histories(TWO_FEED_STEPS, { min: 2, max: 6 }),
);

test('what adds up never goes down as the world goes on, at any basis', { timeout: TIMEOUT }, async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, fc.nat(), async (steps, seed) => {
      const { telling, instants } = await tellAll(steps);
      const random = new Random(`monotone ${seed}`);
      for (let count = 0; count < 3; count++) {
        const question = drawQuestion(random, telling.ids, instants, basesOf(telling));
        const asked = random.shuffled([...new Set(instants)]).slice(0, 8);
        let before: Counters | null = null;
        for (const at of asked.sort((a, b) => a - b)) {
          for (const boundary of ['before', 'at'] as const) {
            const now = await career({ ...question, at, boundary });
            for (const [name, value] of Object.entries(now ?? {})) {
              if (name === 'plus_minus') continue;
              expect(value, `${name} ${pathOf(league, question)}`).toBeGreaterThanOrEqual(
                before?.[name] ?? 0,
              );
            }
            before = now;
          }
        }
      }
    }),
    { numRuns: HISTORIES },
  );
});

test('the two boundaries differ by the plays of the instant, and by nothing else', {
  timeout: TIMEOUT,
}, async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(anyHistory, fc.nat(), async (steps, seed) => {
      const { telling } = await tellAll(steps);
      const random = new Random(`boundary ${seed}`);
      for (let count = 0; count < 12; count++) {
        const basis = random.pick(basesOf(telling));
        const versions = telling.model.knownAt(basis);
        if (versions.length === 0) continue;
        const version = random.pick(versions);
        const { at } = random.pick(version.game.plays).stamp;
        const [kind, id] = random.pick(version.entities);
        const question = { kind, id, at, basis, seasonType: 'all' } as const;
        const before = await career({ ...question, boundary: 'before' });
        const after = await career({ ...question, boundary: 'at' });
        // The feed's own credits, not the fold's effects; time, margin and games are not credited by plays.
        const side = version.game.home.id === id ? 'home' : 'away';
        const credited = versions
          .flatMap(({ game }) => game.plays)
          .filter(({ stamp }) => stamp.at === at)
          .flatMap(({ credits }) => credits)
          .filter((credit) => (kind === 'team' ? credit.side === side : credit.playerId === id));
        for (const [name, value] of Object.entries(after ?? {})) {
          if (['games', 'seconds', 'plus_minus'].includes(name)) continue;
          const by = credited
            .filter(({ counter }) => counter === name)
            .reduce((total, credit) => total + credit.by, 0);
          expect(value - (before?.[name] ?? 0), `${name} ${id} ${formatInstant(at)}`).toBe(by);
          seen += by;
        }
      }
    }),
    { numRuns: HISTORIES },
  );
  expect(seen).toBeGreaterThan(0);
});

test('a correction leaves everybody else as he was, at every basis, and everybody as he was known before', {
  timeout: TIMEOUT,
}, async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, fc.nat(), async (steps, seed) => {
      const random = new Random(`others ${seed}`);
      const deliveries = plan(steps);
      const last = deliveries.at(-1);
      if (last === undefined) return;
      const telling = examiner.begin();
      for (const delivery of deliveries.slice(0, -1)) await telling.tell(delivery);
      if (telling.told.length === 0) return;
      const instants = deliveries.flatMap(({ version }) => version.game.plays.map(({ at }) => at));
      const asked = Array.from({ length: 20 }, () =>
        drawQuestion(random, telling.ids, instants, basesOf(telling)),
      );
      const answers = () => Promise.all(asked.map((question) => examiner.ask(pathOf(league, question))));
      const before = (await answers()).map(({ text }) => text);
      const told = await telling.tell(last);
      expect((await answers()).map(({ text }) => text)).toEqual(before);
      const game = telling.ids.game(last.slot);
      const versions = telling.model.accepted.filter((entry) => entry.game.id === game);
      for (const { kind, id, ...when } of asked) {
        if (told.counts && versions.some(({ naive }) => naive.has(kind, id))) continue;
        const texts = [];
        for (const basis of [told.basis - 1, told.basis]) {
          const { text } = await examiner.ask(pathOf(league, { ...when, kind, id, basis }));
          texts.push(text.replace(/"basis":\d+/, ''));
        }
        expect(texts[1]).toBe(texts[0]);
      }
    }),
    { numRuns: HISTORIES },
  );
});
