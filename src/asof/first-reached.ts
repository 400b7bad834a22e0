/**
 * The first place at which a counter reached a value. Prefix sums are searched the other way: the season part by
 * what comes before it and what it holds, the game by what comes before it and its final line, the row in the game.
 */
import { mayFall } from '../sports/sport.ts';
import type { Scope } from './combine.ts';
import type { Place } from './doubt.ts';
import { readEntityGames } from './entity-games.ts';
import type { Subject } from './interval-end.ts';
import { ORDER_AT, ORDER_BEFORE } from './line-sql.ts';
import { gamesReaching, type PartGoal } from './may-reach.ts';
import type { Db } from './query.ts';
import { findReachingGame } from './reaching-game.ts';
import { playedOf, type SeasonPartRow } from './season-parts.ts';
import { comparePlaces } from './spread.ts';
import { type Step, type Walk, walk, walkGames } from './walk.ts';

export interface Wanted {
  readonly scope: Scope;
  /** Position of the counter, and the value to be reached, in stored units. */
  readonly position: number;
  readonly value: number;
  /** Steps up to and with this place. */
  readonly until: Place;
  readonly parts: readonly SeasonPartRow[];
  readonly basis: number | null;
}

export interface FirstReached {
  readonly step: Step | null;
  /** From when on the record does not hold the counter, so that nothing later can be found; null if it always does. */
  readonly unknownSince: number | null;
}

/** Find it; no step where it was not reached, or is not known to have been. */
export async function findFirstReached(db: Db, subject: Subject, wanted: Wanted): Promise<FirstReached> {
  const counter = subject.league.sport.counters[wanted.position];
  const walked: Walk = {
    after: { at: 0, order: ORDER_BEFORE },
    until: wanted.until,
    parts: wanted.parts,
    basis: wanted.basis,
    accruing: counter?.accrues !== undefined,
  };
  const unknownSince = unknownFrom(wanted);
  if (counter === undefined) return { step: null, unknownSince };
  if (mayFall(counter)) {
    const games = gamesReaching(db, subject, wanted.position, goalsOf(wanted), wanted.basis);
    return { step: await firstOf(walkGames(db, subject, walked, games), wanted), unknownSince };
  }
  if (wanted.scope === 'game') {
    return { step: await inGames(db, subject, wanted, walked, null), unknownSince: null };
  }
  for (const part of wanted.parts) {
    const base = baseOf(part, wanted);
    if (base === null) continue;
    const played = playedOf(part)?.[wanted.position] ?? null;
    if (played !== null && base + played >= wanted.value) {
      return { step: await inGames(db, subject, wanted, walked, part), unknownSince };
    }
    const stated = part.stated?.[wanted.position] ?? null;
    if (stated !== null && part.stated_at !== null && base + stated >= wanted.value) {
      const alone = { ...walked, after: { at: part.stated_at, order: ORDER_BEFORE } };
      const mark = {
        ...alone,
        parts: [part],
        until: earlier(wanted.until, { at: part.stated_at, order: 0 }),
      };
      return {
        step: await firstOf(
          walk(db, subject, mark, () => false),
          wanted,
        ),
        unknownSince,
      };
    }
  }
  return { step: null, unknownSince };
}

/** What each part's games have to reach; none of a part before which the record does not hold the counter. */
function goalsOf(wanted: Wanted): PartGoal[] {
  return wanted.parts.flatMap((part) => {
    const base = wanted.scope === 'game' ? 0 : baseOf(part, wanted);
    if (base === null) return [];
    return [{ seasonOrder: part.season_order, value: wanted.value - base, adds: wanted.scope !== 'game' }];
  });
}

/** What counts in the scope before the part; null where the record does not hold it. */
function baseOf({ carry, earlier }: SeasonPartRow, { scope, position }: Wanted): number | null {
  if (scope === 'career') return carry[position] ?? null;
  return earlier === null ? 0 : (earlier[position] ?? null);
}

async function inGames(
  db: Db,
  subject: Subject,
  wanted: Wanted,
  walked: Walk,
  part: SeasonPartRow | null,
): Promise<Step | null> {
  const { position, value, until, basis } = wanted;
  const goal =
    part === null
      ? { position, value, seasonOrder: null }
      : { position, value: value - (baseOf(part, wanted) ?? 0), seasonOrder: part.season_order };
  const begun = await findReachingGame(db, subject, goal, basis);
  if (begun === null || begun > until.at) return null;
  const [game] = await readEntityGames(
    db,
    subject,
    { from: begun, to: begun, direction: 'asc', limit: 1 },
    basis,
  );
  if (game === undefined) return null;
  const end = { at: game.ended_at ?? until.at, order: ORDER_AT };
  const inGame = { ...walked, after: { at: begun, order: ORDER_BEFORE }, until: earlier(until, end) };
  return firstOf(
    walk(db, subject, inGame, ({ game_key }) => game_key === game.game_key),
    wanted,
  );
}

async function firstOf(steps: AsyncIterable<Step>, { scope, position, value }: Wanted): Promise<Step | null> {
  for await (const step of steps) {
    if (scope === 'game' && step.game === null) continue;
    const reached = step.lines[scope][position] ?? null;
    if (reached !== null && reached >= value) return step;
  }
  return null;
}

/** The first instant from which on the scope's value is not known. */
function unknownFrom(wanted: Wanted): number | null {
  if (wanted.scope === 'game') return null;
  const open = wanted.parts.find(
    (part) => part.stated !== null && (part.stated[wanted.position] ?? null) === null,
  );
  return open?.stated_at ?? null;
}

function earlier(a: Place, b: Place): Place {
  return comparePlaces(a, b) <= 0 ? a : b;
}
