import type { Play } from './play.ts';
import type { Random } from './random.ts';

const ORDER_STEP = 10_000;

/** Plays that a scorer may forget and add later. */
const FORGETTABLE = new Set(['rebound', 'block', 'steal', 'stoppage', 'timeout']);

/**
 * Gives each written play its actionNumber and orderNumber. Numbers are given in the order of writing, with
 * holes; a few plays were forgotten and written a while later, so that their number is higher than those of
 * the plays after them, while their orderNumber lies between their neighbours'.
 */
export function numberPlays(random: Random, plays: readonly Play[]): void {
  const written = plays.filter((play) => play.kind !== 'unencoded');
  const late: { play: Play; due: number }[] = [];
  let next = 2;
  let order = 0;
  const number = (play: Play, when: Play): void => {
    play.number = next;
    next += random.chance(0.8) ? 1 : random.whole(2, 3);
    if (play !== when) play.edited = wholeSecond(when.at) + 1000 * random.whole(5, 200);
  };
  for (const [index, play] of written.entries()) {
    const last = play.kind === 'game-end';
    for (let first = late[0]; first && (last || first.due <= index); first = late[0]) {
      late.shift();
      number(first.play, play);
    }
    if (!last && FORGETTABLE.has(play.kind) && random.chance(0.05)) {
      late.push({ play, due: index + random.whole(3, 50) });
      late.sort((a, b) => a.due - b.due);
      // Halfway to the next regular place; further forgotten plays halve what is left.
      order += Math.floor((ORDER_STEP - (order % ORDER_STEP)) / 2);
    } else {
      number(play, play);
      order = (Math.floor(order / ORDER_STEP) + 1) * ORDER_STEP;
    }
    play.order = order;
  }
}

/** The whole second in which an instant (ms) lies. */
export function wholeSecond(at: number): number {
  return Math.floor(at / 1000) * 1000;
}
