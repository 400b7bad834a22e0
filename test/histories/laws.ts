/** Laws that hold of every history, whatever the model says. */
import { expect } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { mayGoDown } from '../../src/simulate/any-sport.ts';
import { Random } from '../../src/simulate/random.ts';
import type { Examiner } from './examination.ts';
import type { Delivery } from './history.ts';
import type { Question } from './naive-bitemporal.ts';
import { drawQuestion, pathOf } from './questions.ts';
import type { Teller } from './teller.ts';

type Counters = Record<string, number>;

/** Career counters; null for somebody nobody had heard of. */
async function career<G, T extends Teller<G>>(
  { ask, league }: Examiner<G, T>,
  question: Question,
): Promise<Counters | null> {
  const { status, body } = await ask(pathOf(league, question));
  return status === 404 ? null : body.totals.career.counters;
}

async function tellAll<G, T extends Teller<G>>(
  examiner: Examiner<G, T>,
  deliveries: readonly Delivery<G>[],
): Promise<{ telling: T; instants: number[] }> {
  const telling = examiner.begin();
  for (const delivery of deliveries) await telling.tell(delivery);
  return { telling, instants: deliveries.flatMap((delivery) => telling.instantsOf(delivery)) };
}

function basesOf<G>(telling: Teller<G>): number[] {
  return telling.told.map(({ basis }) => basis);
}

/** What adds up never goes down as the world goes on, at any basis. */
export async function expectMonotone<G, T extends Teller<G>>(
  examiner: Examiner<G, T>,
  deliveries: readonly Delivery<G>[],
  seed: number,
): Promise<void> {
  const { league } = examiner;
  const downward = new Set(league.sport.counters.filter(mayGoDown).map(({ name }) => name));
  const { telling, instants } = await tellAll(examiner, deliveries);
  const random = new Random(`monotone ${seed}`);
  for (let count = 0; count < 3; count++) {
    const question = drawQuestion(random, telling.ids, instants, basesOf(telling));
    const asked = random.shuffled([...new Set(instants)]).slice(0, 8);
    let before: Counters | null = null;
    for (const at of asked.sort((a, b) => a - b)) {
      for (const boundary of ['before', 'at'] as const) {
        const now = await career(examiner, { ...question, at, boundary });
        for (const [name, value] of Object.entries(now ?? {})) {
          if (downward.has(name)) continue;
          const said = `${name} ${pathOf(league, question)}`;
          expect(value, said).toBeGreaterThanOrEqual(before?.[name] ?? 0);
        }
        before = now;
      }
    }
  }
}

/** The two boundaries differ by the plays of the instant, and by nothing else. Returns how much they did. */
export async function expectBoundaries<G, T extends Teller<G>>(
  examiner: Examiner<G, T>,
  deliveries: readonly Delivery<G>[],
  seed: number,
): Promise<number> {
  const { telling } = await tellAll(examiner, deliveries);
  const random = new Random(`boundary ${seed}`);
  // The feed's own credits, not the fold's effects; time, margin and games are not credited by plays.
  const credited = examiner.league.sport.counters.filter(
    ({ accrues }, position) => position > 0 && accrues === undefined,
  );
  let seen = 0;
  for (let count = 0; count < 12; count++) {
    const basis = random.pick(basesOf(telling));
    const versions = telling.model.knownAt(basis);
    if (versions.length === 0) continue;
    const version = random.pick(versions);
    const { at } = random.pick(version.game.plays).stamp;
    const [kind, id] = random.pick(version.entities);
    const question = { kind, id, at, basis, seasonType: 'all' } as const;
    const before = await career(examiner, { ...question, boundary: 'before' });
    const after = await career(examiner, { ...question, boundary: 'at' });
    const side = version.game.home.id === id ? 'home' : 'away';
    const credits = versions
      .flatMap(({ game }) => game.plays)
      .filter(({ stamp }) => stamp.at === at)
      .flatMap((play) => play.credits)
      .filter((credit) => (kind === 'team' ? credit.side === side : credit.playerId === id));
    for (const { name, perUnit = 1 } of credited) {
      const by = credits
        .filter(({ counter }) => counter === name)
        .reduce((total, credit) => total + credit.by, 0);
      const difference = (after?.[name] ?? 0) - (before?.[name] ?? 0);
      expect(difference, `${name} ${id} ${formatInstant(at)}`).toBe(by / perUnit);
      seen += Math.abs(by);
    }
  }
  return seen;
}

/** A correction leaves everybody else as he was, at every basis, and everybody as he was known before. */
export async function expectOthersUntouched<G, T extends Teller<G>>(
  examiner: Examiner<G, T>,
  deliveries: readonly Delivery<G>[],
  seed: number,
): Promise<void> {
  const random = new Random(`others ${seed}`);
  const last = deliveries.at(-1);
  if (last === undefined || deliveries.length < 2) return;
  const { telling } = await tellAll(examiner, deliveries.slice(0, -1));
  const instants = deliveries.flatMap((delivery) => telling.instantsOf(delivery));
  const asked = Array.from({ length: 20 }, () =>
    drawQuestion(random, telling.ids, instants, basesOf(telling)),
  );
  const { ask, league } = examiner;
  const answers = () => Promise.all(asked.map((question) => ask(pathOf(league, question))));
  const before = (await answers()).map(({ text }) => text);
  const told = await telling.tell(last);
  expect((await answers()).map(({ text }) => text)).toEqual(before);
  const game = telling.ids.game(last.slot);
  const versions = telling.model.accepted.filter((entry) => entry.game.id === game);
  for (const { kind, id, ...when } of asked) {
    if (told.counts && versions.some(({ naive }) => naive.has(kind, id))) continue;
    const texts = [];
    for (const basis of [told.basis - 1, told.basis]) {
      const { text } = await ask(pathOf(league, { ...when, kind, id, basis }));
      texts.push(text.replace(/"basis":\d+/, ''));
    }
    expect(texts[1]).toBe(texts[0]);
  }
}
