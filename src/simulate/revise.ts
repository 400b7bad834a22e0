import { type ActionChange, actionChanges, type BoxChange, boxChanges } from './changes.ts';
import { CORRECTIONS, type CorrectionKind, correct } from './corrections.ts';
import { type SimulatedGame, writeGame } from './game.ts';
import { wholeSecond } from './numbering.ts';
import type { Play } from './play.ts';
import { type Random, randomFor } from './random.ts';

/** A later version of a game, and all that it changed. */
export interface Revision {
  readonly game: SimulatedGame;
  readonly kind: CorrectionKind;
  /** When the correction was published, ms since 1970. */
  readonly at: number;
  readonly actions: readonly ActionChange[];
  readonly box: readonly BoxChange[];
}

/** A game in which nothing can be corrected. */
export class NothingToReviseError extends Error {
  constructor(gameId: string) {
    super(`nothing in game ${gameId} can be corrected in the wanted way`);
    this.name = 'NothingToReviseError';
  }
}

/**
 * Publishes a corrected version of a game, minutes to days after the last one: an assist moved, a foul
 * rescinded, or a play added. Every changed action, running totals included, carries the time of the
 * correction in `edited`; the corrected and added ones a note in `value`. Nothing else changes but the
 * documents' `meta.time`.
 *
 * @param kind the wanted correction; by default the seed decides.
 */
export function reviseGame(game: SimulatedGame, seed: string | number, kind?: CorrectionKind): Revision {
  const random = randomFor(seed, 'revise', game.gameId, game.version);
  const wanted = kind ? [kind] : random.shuffled(CORRECTIONS);
  for (const each of wanted) {
    const corrected = correct(random, each, game.facts, game.script);
    if (!corrected) continue;
    const at = publicationTime(random, game.script);
    const version = game.version + 1;
    const numbers = new Set(
      corrected.script.filter(({ id }) => corrected.touched.has(id)).map((play) => play.number),
    );
    // The first writing shows which actions change; the second carries the time of the edit on those.
    const draft = writeGame(game.facts, corrected.script, version);
    const changed = new Set(actionChanges(game, draft, numbers).map(({ actionNumber }) => actionNumber));
    const script = corrected.script.map((play) =>
      changed.has(play.number) ? { ...play, edited: at } : play,
    );
    const revised = writeGame(game.facts, script, version);
    const actions = actionChanges(game, revised, numbers);
    return { game: revised, kind: each, at, actions, box: boxChanges(game, revised) };
  }
  throw new NothingToReviseError(game.gameId);
}

function publicationTime(random: Random, script: readonly Play[]): number {
  let last = 0;
  for (const { edited, at } of script) last = Math.max(last, edited, at);
  const minutes = random.chance(0.5) ? random.whole(5, 90) : random.whole(600, 4000);
  return wholeSecond(last) + minutes * 60_000;
}
