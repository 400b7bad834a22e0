import { shootingFoul } from './foul.ts';
import type { Match, Seat, Side } from './match.ts';
import type { Shot } from './play.ts';
import { reboundMiss } from './rebound.ts';
import { shotStyle, type Zone } from './shot-style.ts';
import { touchQualifiers } from './touch.ts';

const HOME_EDGE = 0.012;
const FOUL_ON_TWO = 0.152;
const FOUL_ON_THREE = 0.02;
const OFFENSIVE_REBOUND = 0.255;
const ASSISTED: Record<Zone, number> = { rim: 0.53, mid: 0.42, three: 0.82 };
const BLOCKED: Record<Zone, number> = { rim: 0.26, mid: 0.13, three: 0.02 };

/**
 * Somebody shoots, with everything that follows: basket and assist, foul and throws, block, rebound.
 *
 * @param atOnce straight after an offensive rebound, at the rim.
 */
export function takeShot(match: Match, atOnce: boolean): void {
  const { random, attackers, defenders } = match;
  const shooter = random.weighted(attackers.five, ({ ratings }) => ratings.usage);
  const zone = chooseZone(match, shooter, atOnce);
  const fouled = random.chance(zone === 'three' ? FOUL_ON_THREE : FOUL_ON_TWO);
  const made = random.chance(makeChance(match, shooter, zone) * (fouled ? 0.4 : 1));
  const points = zone === 'three' ? 3 : 2;
  if (fouled && !made) {
    // A missed shot on which there was a foul is no attempt.
    shootingFoul(match, shooter, points);
    return;
  }
  const blocker = made ? null : findBlocker(match, defenders, zone);
  const assist = made && !atOnce && random.chance(ASSISTED[zone]) ? passer(match, attackers, shooter) : 0;
  if (made) attackers.score += points;
  const shot: Shot = {
    kind: 'shot',
    side: attackers.name,
    person: shooter.id,
    points,
    made,
    ...shotStyle(random, zone, atOnce),
    qualifiers: qualifiers(match, zone),
    assist,
    block: blocker?.id ?? 0,
  };
  const id = match.record(shot);
  if (made && fouled) {
    match.wait(1, 4);
    shootingFoul(match, shooter, 1);
  } else if (made) {
    match.handOver(defenders.name);
  } else {
    if (blocker) match.record({ kind: 'block', side: defenders.name, person: blocker.id });
    reboundMiss(match, id, OFFENSIVE_REBOUND);
  }
}

function chooseZone(match: Match, { ratings }: Seat, atOnce: boolean): Zone {
  if (atOnce) return 'rim';
  // A team that is three behind at the end shoots threes.
  const desperate = match.period >= 4 && match.clock < 3000 && match.lead <= -3;
  if (match.random.chance(desperate ? 0.75 : ratings.threeShare)) return 'three';
  return match.random.chance(ratings.rimShare) ? 'rim' : 'mid';
}

function makeChance(match: Match, shooter: Seat, zone: Zone): number {
  let guard = 0;
  for (const { ratings } of match.defenders.five) guard += ratings.skill;
  const edge = match.offense === 'home' ? HOME_EDGE : -HOME_EDGE;
  // A shot at the buzzer is a bad shot.
  const hurried = match.clock === 0 ? 0.6 : 1;
  return (shooter.ratings[zone] + edge - (guard / 5 - 0.5) * 0.06 + (match.touch.early ? 0.03 : 0)) * hurried;
}

function findBlocker(match: Match, side: Side, zone: Zone): Seat | null {
  if (!match.random.chance(BLOCKED[zone])) return null;
  return match.random.weighted(side.five, ({ ratings }) => ratings.block);
}

function passer(match: Match, side: Side, shooter: Seat): number {
  return match.random.weighted(side.five, (seat) => (seat === shooter ? 0 : seat.ratings.assist)).id;
}

function qualifiers(match: Match, zone: Zone): string[] {
  const words = touchQualifiers(match.touch);
  if (match.touch.early) words.unshift('fastbreak');
  if (zone === 'rim') words.unshift('pointsinthepaint');
  return words;
}
