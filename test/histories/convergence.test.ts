import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { Random } from '../../src/simulate/random.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { leagueNamed } from '../setup/real-v2.ts';
import { Examiner } from './examination.ts';
import { type Delivery, histories, LIVE_STEPS, plan, TWO_FEED_STEPS } from './history.ts';
import { drawQuestion } from './questions.ts';
import type { Telling } from './telling.ts';
import { PLAYERS, SLOTS, TEAMS } from './tiny-game.ts';

const HISTORIES = Math.ceil(Number(process.env.PLAYCLOCK_HISTORIES ?? 500) / 20);
const league = leagueNamed('demo');
let database: TestDatabase & { close(): Promise<void> };
let examiner: Examiner;

beforeAll(async () => {
  database = await cloneDatabase();
  examiner = new Examiner(database.pool, league, { fresh: 0, again: 0, last: 0 });
});
afterAll(() => database.close());

/** The older feed has no versions: of two tellings by it alone, nothing says which is newer. */
function ordered(deliveries: readonly Delivery[]): Delivery[] {
  const live = new Set(deliveries.filter(({ feed }) => feed === 'live').map(({ slot }) => slot));
  const first = (delivery: Delivery) =>
    deliveries.find(({ feed, slot }) => feed === 'minutes' && slot === delivery.slot) === delivery;
  return deliveries.filter(
    (delivery) => delivery.feed !== 'minutes' || live.has(delivery.slot) || first(delivery),
  );
}

async function tellAll(deliveries: readonly Delivery[]): Promise<Telling> {
  const telling = examiner.begin();
  for (const delivery of deliveries) await telling.tell(delivery);
  return telling;
}

/** An answer with a history's ids by their meaning and without a basis. */
async function answerOf(telling: Telling, path: string): Promise<string> {
  const { ids } = telling;
  const reply = await examiner.ask(path);
  if (reply.status === 404) return 'nothing';
  if (reply.body.totals?.career.counters.games === 0 && reply.body.last_play === null) return 'nothing';
  let text = reply.text.replace(/"basis":\d+/, '');
  for (let player = 0; player < TEAMS * PLAYERS; player++) {
    text = text.replaceAll(`"${ids.player(player)}"`, `"p${player}"`);
    text = text.replaceAll(`:${ids.player(player)},`, `:p${player},`);
  }
  for (let team = 0; team < TEAMS; team++) {
    text = text
      .replaceAll(`"${ids.team(team)}"`, `"t${team}"`)
      .replaceAll(`:${ids.team(team)},`, `:t${team},`);
  }
  for (const slot of SLOTS.keys()) text = text.replaceAll(ids.game(slot), `g${slot}`);
  return text;
}

test.each([
  ['one feed', LIVE_STEPS],
  ['two feeds', TWO_FEED_STEPS],
] as const)(
  'the same versions of %s in any order leave the same current answers',
  { timeout: 60_000 * Math.max(5, HISTORIES / 10) },
  async (_, kinds) => {
    await fc.assert(
      fc.asyncProperty(histories(kinds, { min: 3, max: 7 }), fc.nat(), async (steps, seed) => {
        const random = new Random(`order ${seed}`);
        const deliveries = ordered(plan(steps));
        const shuffled = random.shuffled(deliveries);
        const [one, other] = [await tellAll(deliveries), await tellAll(shuffled)];
        const instants = deliveries.flatMap(({ version }) => version.game.plays.map(({ at }) => at));
        const paths: ((telling: Telling) => string)[] = [];
        for (let count = 0; count < 16; count++) {
          const drawn = drawQuestion(random, one.ids, instants, [1]);
          const place = Number(drawn.id) - one.ids.player(0);
          paths.push(({ ids }) => {
            const query = `as_of=${formatInstant(drawn.at)}&boundary=${drawn.boundary}&season_type=${drawn.seasonType}`;
            return `/v1/demo/${drawn.kind}s/${ids.player(place)}/stats?${query}`;
          });
        }
        for (const slot of new Set(deliveries.map((delivery) => delivery.slot))) {
          paths.push(({ ids }) => `/v1/demo/games/${ids.game(slot)}`);
          paths.push(({ ids }) => `/v1/demo/games/${ids.game(slot)}/plays`);
        }
        for (const path of paths) {
          expect(await answerOf(other, path(other)), path(one)).toBe(await answerOf(one, path(one)));
        }
      }),
      { numRuns: HISTORIES },
    );
  },
);
