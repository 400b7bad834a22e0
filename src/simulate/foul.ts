import { deadBall, foulOut } from './changes-on-floor.ts';
import { shootFreeThrows, shootTechnical } from './freethrow.ts';
import type { Match, Seat, Side } from './match.ts';

const FOUL_LIMIT = 6;

/** Whether the side's next team foul gives throws: the fifth of a quarter, the fourth of an overtime, or the second of the last two minutes. */
function nextGivesThrows(match: Match, side: Side): boolean {
  const late = match.clock <= 12_000;
  return side.teamFouls + 1 >= (match.period > 4 ? 4 : 5) || (late && side.lateFouls >= 1);
}

/** A foul by a defender that is not on a shot. Returns whether throws followed and the possession is over. */
export function defensiveFoul(match: Match, descriptor: string | null = null): boolean {
  const { random, attackers, defenders } = match;
  const fouler = random.weighted(defenders.five, ({ ratings }) => ratings.foul);
  const drawn = random.weighted(attackers.five, ({ ratings }) => ratings.usage);
  const throws = nextGivesThrows(match, defenders) ? 2 : 0;
  const qualifiers = throws ? ['inpenalty', '2freethrow'] : [];
  const foul = call(match, defenders, fouler, {
    subType: 'personal',
    descriptor,
    qualifiers,
    drawn: drawn.id,
    throws,
  });
  if (throws) {
    shootFreeThrows(match, drawn, throws, foul);
    return true;
  }
  match.wait(12, 24);
  deadBall(match);
  return false;
}

/** A foul on a shot, followed by its throws: one after a basket, else as many as the shot was worth. */
export function shootingFoul(match: Match, shooter: Seat, throws: number): void {
  const { defenders } = match;
  const fouler = match.random.weighted(defenders.five, ({ ratings }) => ratings.foul);
  const qualifiers = [...(nextGivesThrows(match, defenders) ? ['inpenalty'] : []), `${throws}freethrow`];
  const drawn = shooter.id;
  const foul = call(match, defenders, fouler, {
    subType: 'personal',
    descriptor: 'shooting',
    qualifiers,
    drawn,
    throws,
  });
  shootFreeThrows(match, shooter, throws, foul);
}

/** An offensive foul and the turnover that goes with it, at one instant. */
export function offensiveFoul(match: Match): void {
  const { random, attackers, defenders } = match;
  const fouler = random.weighted(attackers.five, ({ ratings }) => ratings.foul * ratings.usage);
  const drawn = random.pick(defenders.five).id;
  const descriptor = random.chance(0.4) ? 'charge' : null;
  const official = match.official();
  fouler.fouls += 1;
  const shared = { side: attackers.name, person: fouler.id, official } as const;
  match.record({
    ...shared,
    kind: 'foul',
    subType: 'offensive',
    descriptor,
    qualifiers: [],
    drawn,
    throws: 0,
  });
  match.record({ ...shared, kind: 'turnover', subType: 'offensive foul', descriptor: null, steal: 0 });
  if (fouler.fouls >= FOUL_LIMIT) foulOut(match, attackers, fouler);
}

/** A technical foul by a player on the floor who has none yet, and the other side's throw. */
export function technicalFoul(match: Match): void {
  const { random } = match;
  const [side, other] = random.chance(0.5) ? [match.home, match.away] : [match.away, match.home];
  const calm = side.five.filter((seat) => seat.technicals === 0);
  if (calm.length === 0) return;
  const fouler = random.pick(calm);
  fouler.technicals += 1;
  match.wait(2, 8);
  const foul = match.record({
    kind: 'foul',
    side: side.name,
    person: fouler.id,
    subType: 'technical',
    descriptor: null,
    qualifiers: ['1freethrow'],
    drawn: 0,
    throws: 1,
    official: match.official(),
  });
  shootTechnical(match, other, foul);
}

function call(
  match: Match,
  side: Side,
  fouler: Seat,
  what: {
    subType: 'personal';
    descriptor: string | null;
    qualifiers: string[];
    drawn: number;
    throws: number;
  },
): number {
  fouler.fouls += 1;
  side.teamFouls += 1;
  if (match.clock <= 12_000) side.lateFouls += 1;
  match.wait(0, 1.5);
  const official = match.official();
  const foul = match.record({ kind: 'foul', side: side.name, person: fouler.id, official, ...what });
  if (fouler.fouls >= FOUL_LIMIT) foulOut(match, side, fouler);
  return foul;
}
