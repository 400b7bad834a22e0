import { deadBall } from './changes-on-floor.ts';
import type { Match } from './match.ts';
import type { SideName } from './play.ts';

const TEAM_SHARE = 0.085;

/**
 * The ball comes off the rim: somebody, or a team, takes it, and the possession goes on or changes.
 *
 * @param shot id of the missed shot or throw.
 * @param offensiveChance probability that the attackers get it.
 */
export function reboundMiss(match: Match, shot: number, offensiveChance: number): void {
  const { random, attackers, defenders } = match;
  if (match.clock === 0) {
    // The buzzer went first: the feed credits the shooting team.
    recordTeam(match, shot, true);
    return;
  }
  match.run(random.between(0.6, 3.4));
  if (match.clock === 0 || random.chance(TEAM_SHARE)) {
    const offensive = random.chance(0.5);
    if (!offensive) match.handOver(defenders.name);
    recordTeam(match, shot, offensive);
    match.touch.secondChance ||= offensive;
    if (match.clock === 0) return;
    match.wait(8, 18);
    if (random.chance(0.6)) match.record({ kind: 'stoppage', subType: 'out-of-bounds' });
    deadBall(match);
    return;
  }
  const offensive = random.chance(offensiveChance);
  const side = offensive ? attackers : defenders;
  const rebounder = random.weighted(side.five, ({ ratings }) =>
    offensive ? ratings.offensiveRebound : ratings.defensiveRebound,
  );
  if (offensive) match.touch = { ...match.touch, secondChance: true, early: false };
  else match.handOver(side.name, { early: true });
  match.record({
    kind: 'rebound',
    side: side.name,
    person: rebounder.id,
    offensive,
    deadball: false,
    shot,
  });
}

/** The row after a missed throw that was not the last: the ball was dead, the throwing team gets it. */
export function deadballRebound(match: Match, shot: number, side: SideName): void {
  match.record({ kind: 'rebound', side, person: 0, offensive: true, deadball: true, shot }, side);
}

function recordTeam(match: Match, shot: number, offensive: boolean): void {
  // A defensive team rebound is written after the ball has changed hands.
  match.record({ kind: 'rebound', side: match.offense, person: 0, offensive, deadball: false, shot });
}
