import { deadBall } from './changes-on-floor.ts';
import type { Match, Seat, Side } from './match.ts';
import { opponent } from './play.ts';
import { deadballRebound, reboundMiss } from './rebound.ts';
import { touchQualifiers } from './touch.ts';

/**
 * A player throws `of` times for a foul. Players may be changed between the foul and the throws; the last
 * throw is live when missed, and hands the ball over when made.
 *
 * @param foul id of the foul: the ten on the floor when it was called are the ones whom the points concern.
 */
export function shootFreeThrows(match: Match, shooter: Seat, of: number, foul: number): void {
  const side = match.attackers;
  const { random } = match;
  // Changes come before the last throw, or at once after the foul.
  const changesBefore = random.chance(0.35) ? 1 : of;
  for (let attempt = 1; attempt <= of; attempt += 1) {
    if (attempt === changesBefore) deadBall(match, shooter.id);
    match.wait(attempt === 1 ? 16 : 9, attempt === 1 ? 34 : 17);
    const made = random.chance(shooter.ratings.freeThrow);
    const id = record(match, side, shooter, attempt, of, made, false, foul);
    if (attempt === of) {
      if (made) match.handOver(opponent(side.name));
      else reboundMiss(match, id, 0.13);
    } else if (!made) deadballRebound(match, id, side.name);
  }
}

/** The throw for a technical foul, by the best thrower on the floor; the ball stays where it was. */
export function shootTechnical(match: Match, side: Side, foul: number): void {
  const shooter = side.five.reduce((a, b) => (b.ratings.freeThrow > a.ratings.freeThrow ? b : a));
  match.wait(12, 30);
  const made = match.random.chance(shooter.ratings.freeThrow);
  const id = record(match, side, shooter, 1, 1, made, true, foul);
  if (!made) deadballRebound(match, id, side.name);
}

function record(
  match: Match,
  side: Side,
  shooter: Seat,
  attempt: number,
  of: number,
  made: boolean,
  technical: boolean,
  foul: number,
): number {
  if (made) side.score += 1;
  const qualifiers = technical ? [] : touchQualifiers(match.touch);
  const content = {
    kind: 'freethrow',
    person: shooter.id,
    attempt,
    of,
    made,
    technical,
    qualifiers,
    foul,
  } as const;
  return match.record({ ...content, side: side.name }, side.name);
}
