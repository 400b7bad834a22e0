import { Book } from './book.ts';
import type { GameFacts } from './game-facts.ts';
import type { Play, SideName } from './play.ts';

/** Person ids on the floor of each side just before the play with the given id. */
export function floorBefore(
  facts: GameFacts,
  script: readonly Play[],
  id: number,
): Record<SideName, number[]> {
  const book = new Book(facts);
  for (const play of script) {
    if (play.id === id) break;
    book.enter(play);
  }
  const five = (side: SideName): number[] =>
    [...book.side(side).pages.values()].flatMap((page) =>
      page.since === null ? [] : [page.player.personId],
    );
  return { home: five('home'), away: five('away') };
}
