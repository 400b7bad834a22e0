/** Telling the same versions in two orders: the current answers must be the same. */
import { expect } from 'vitest';
import { formatInstant } from '../../src/asof/instant.ts';
import { Random } from '../../src/simulate/random.ts';
import type { Examiner } from './examination.ts';
import type { Delivery } from './history.ts';
import { drawQuestion } from './questions.ts';
import type { Teller } from './teller.ts';
import { SLOTS } from './tiny-game.ts';

/** The older feed has no versions: of two tellings by it alone, nothing says which is newer. */
function ordered<G>(deliveries: readonly Delivery<G>[]): Delivery<G>[] {
  const live = new Set(deliveries.filter(({ feed }) => feed === 'live').map(({ slot }) => slot));
  const first = (delivery: Delivery<G>) =>
    deliveries.find(({ feed, slot }) => feed === 'minutes' && slot === delivery.slot) === delivery;
  return deliveries.filter(
    (delivery) => delivery.feed !== 'minutes' || live.has(delivery.slot) || first(delivery),
  );
}

/** An answer with a history's ids by their meaning and without a basis. */
async function answerOf<G, T extends Teller<G>>(
  { ask }: Examiner<G, T>,
  { ids }: T,
  path: string,
): Promise<string> {
  const reply = await ask(path);
  if (reply.status === 404) return 'nothing';
  if (reply.body.totals?.career.counters.games === 0 && reply.body.last_play === null) return 'nothing';
  let text = reply.text.replace(/"basis":\d+/, '');
  for (let player = 0; player < ids.players; player++) {
    text = text.replaceAll(`"${ids.player(player)}"`, `"p${player}"`);
    text = text.replaceAll(`:${ids.player(player)},`, `:p${player},`);
  }
  for (let team = 0; team < ids.teams; team++) {
    text = text
      .replaceAll(`"${ids.team(team)}"`, `"t${team}"`)
      .replaceAll(`:${ids.team(team)},`, `:t${team},`);
  }
  for (const slot of SLOTS.keys()) text = text.replaceAll(ids.game(slot), `g${slot}`);
  return text;
}

/** The same versions in any order leave the same current answers. */
export async function expectConvergence<G, T extends Teller<G>>(
  examiner: Examiner<G, T>,
  planned: readonly Delivery<G>[],
  seed: number,
): Promise<void> {
  const { code } = examiner.league;
  const random = new Random(`order ${seed}`);
  const deliveries = ordered(planned);
  const shuffled = random.shuffled(deliveries);
  const tellAll = async (of: readonly Delivery<G>[]) => {
    const telling = examiner.begin();
    for (const delivery of of) await telling.tell(delivery);
    return telling;
  };
  const [one, other] = [await tellAll(deliveries), await tellAll(shuffled)];
  const instants = deliveries.flatMap((delivery) => one.instantsOf(delivery));
  const paths: ((telling: T) => string)[] = [];
  for (let count = 0; count < 16; count++) {
    const drawn = drawQuestion(random, one.ids, instants, [1]);
    const place = Number(drawn.id) - one.ids.player(0);
    paths.push(({ ids }) => {
      const query = `as_of=${formatInstant(drawn.at)}&boundary=${drawn.boundary}&season_type=${drawn.seasonType}`;
      return `/v1/${code}/${drawn.kind}s/${ids.player(place)}/stats?${query}`;
    });
  }
  for (const slot of new Set(deliveries.map((delivery) => delivery.slot))) {
    paths.push(({ ids }) => `/v1/${code}/games/${ids.game(slot)}`);
    paths.push(({ ids }) => `/v1/${code}/games/${ids.game(slot)}/plays`);
  }
  for (const path of paths) {
    const [a, b] = [await answerOf(examiner, one, path(one)), await answerOf(examiner, other, path(other))];
    expect(b, path(one)).toBe(a);
  }
}
