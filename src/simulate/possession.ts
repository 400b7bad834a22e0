import { defensiveFoul, technicalFoul } from './foul.ts';
import type { Match } from './match.ts';
import { takeShot } from './shot.ts';
import type { TimeoutKeeper } from './timeouts.ts';
import { loseBall } from './turnover.ts';
import { kickedBall } from './violation.ts';

const TURNOVER = 0.128;
const SIDE_FOUL = 0.068;
const TECHNICAL = 0.0022;
const KICKED_BALL = 0.004;

/** Plays on until the ball may have changed hands or the clock is out: one shot, loss or foul. */
export function playOn(match: Match, timeouts: TimeoutKeeper): void {
  const { random } = match;
  if (foulsToStopClock(match)) {
    match.run(random.between(1, 4));
    if (match.clock > 0) defensiveFoul(match);
    return;
  }
  if (!letClockRun(match)) return;
  const atOnce = match.touch.secondChance && random.chance(0.3);
  if (random.chance(SIDE_FOUL)) {
    const loose = match.touch.early || random.chance(0.15);
    defensiveFoul(match, loose ? 'loose ball' : null);
  } else if (random.chance(KICKED_BALL)) kickedBall(match);
  else if (random.chance(TURNOVER)) loseBall(match);
  else takeShot(match, atOnce);
  if (match.clock > 0) {
    if (random.chance(TECHNICAL)) technicalFoul(match);
    if (!match.touch.early) timeouts.consider(match);
  }
}

/** A side that is a little behind in the last seconds fouls on purpose. */
function foulsToStopClock(match: Match): boolean {
  const close = match.lead >= 1 && match.lead <= 8;
  return match.period >= 4 && match.clock < 3500 && match.clock > 300 && close && match.random.chance(0.75);
}

/** Runs the clock up to the next deed. Returns false when the period ended first. */
function letClockRun(match: Match): boolean {
  const { random } = match;
  const seconds = length(match);
  if (seconds * 100 < match.clock) {
    match.run(seconds);
    return match.clock > 0;
  }
  // Too little time: a last shot near the buzzer, or nothing at all.
  const noShot = match.clock < 60 || random.chance(match.lead > 0 && match.period >= 4 ? 0.9 : 0.15);
  if (noShot) {
    match.run(match.clock / 100);
    return false;
  }
  match.run(match.clock / 100 - random.pick([0, 0, 0.4, 0.9, 1.6, 2.5]));
  return true;
}

function length(match: Match): number {
  const { random, touch } = match;
  if (touch.secondChance) return random.between(1, 12);
  if (touch.early && random.chance(0.4)) return random.between(2, 7);
  touch.early = false;
  return Math.min(23.5, Math.max(4, random.bell(13.9, 4.6)));
}
