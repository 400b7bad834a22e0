import { deadBall } from './changes-on-floor.ts';
import type { Match } from './match.ts';

/** A defender kicks the ball: play stops, the attackers keep it. */
export function kickedBall(match: Match): void {
  const { id } = match.random.pick(match.defenders.five);
  const official = match.official();
  match.record({
    kind: 'violation',
    side: match.defenders.name,
    person: id,
    subType: 'kicked ball',
    official,
  });
  match.wait(8, 16);
  deadBall(match);
}
