import { numberPlays, wholeSecond } from './numbering.ts';
import type { Play } from './play.ts';
import type { Random } from './random.ts';

/** Gives a finished script the oddities of the real feed: numbers, steps back in time, later edits. */
export function writeUp(random: Random, plays: readonly Play[]): void {
  stepBack(random, plays);
  numberPlays(random, plays);
  edit(random, plays);
}

/** One to four plays are stamped 0.3 to 45 seconds before the play they follow. */
function stepBack(random: Random, plays: readonly Play[]): void {
  const candidates = plays.flatMap((play, index) => {
    const before = plays[index - 1];
    const free = play.kind === 'rebound' ? play.person > 0 : play.kind === 'freethrow' || isPlainBasket(play);
    // A dead-ball rebound shares its throw's instant.
    const tied = plays[index + 1]?.at === play.at;
    return before && free && !tied && before.kind !== 'period-start' ? [{ play, before }] : [];
  });
  for (const { play, before } of random.shuffled(candidates).slice(0, random.whole(1, 4))) {
    const tenths = random.chance(0.65) ? random.whole(3, 30) : random.whole(31, 450);
    play.at = before.at - tenths * 100;
  }
}

function isPlainBasket(play: Play): boolean {
  return play.kind === 'shot' && play.made;
}

/** A fifth of the plays are edited more than a minute after they happened, the others within the minute. */
function edit(random: Random, plays: readonly Play[]): void {
  for (const play of plays) {
    const late = random.chance(0.18);
    const seconds = late ? random.whole(62, random.chance(0.2) ? 3600 : 400) : random.whole(0, 25);
    play.edited = Math.max(play.edited, wholeSecond(play.at) + seconds * 1000);
  }
}
