import { deadBall } from './changes-on-floor.ts';
import { offensiveFoul } from './foul.ts';
import type { Match } from './match.ts';

interface LossKind {
  readonly weight: number;
  readonly subType: string;
  readonly descriptor: string | null;
  readonly stolen: boolean;
  readonly team: boolean;
}

const loss = (weight: number, subType: string, more: Partial<LossKind> = {}): LossKind => ({
  weight,
  subType,
  descriptor: null,
  stolen: false,
  team: false,
  ...more,
});

const LOSSES: readonly LossKind[] = [
  loss(33, 'bad pass', { stolen: true }),
  loss(22, 'lost ball', { stolen: true }),
  loss(13, 'out-of-bounds', { descriptor: 'bad pass' }),
  loss(6, 'out-of-bounds', { descriptor: 'lost ball' }),
  loss(3, 'out-of-bounds', { descriptor: 'step' }),
  loss(6, 'traveling'),
  loss(2, '3-second-violation'),
  loss(4, 'shot clock', { team: true }),
  loss(0.6, '8-second-violation', { team: true }),
  loss(0.6, '5-second-violation', { team: true }),
];
const OFFENSIVE_FOUL_SHARE = 0.11;

/** The attackers lose the ball; a steal is a play of its own at the same instant. */
export function loseBall(match: Match): void {
  const { random, attackers, defenders } = match;
  if (random.chance(OFFENSIVE_FOUL_SHARE)) {
    offensiveFoul(match);
    match.handOver(defenders.name, { fromTurnover: true });
    match.wait(10, 20);
    deadBall(match);
    return;
  }
  const kind = random.weighted(LOSSES, ({ weight }) => weight);
  const person = kind.team ? 0 : random.weighted(attackers.five, ({ ratings }) => ratings.turnover).id;
  const thief = kind.stolen ? random.weighted(defenders.five, ({ ratings }) => ratings.steal) : null;
  match.record({
    kind: 'turnover',
    side: attackers.name,
    person,
    subType: kind.subType,
    descriptor: kind.descriptor,
    steal: thief?.id ?? 0,
    official: thief ? 0 : match.official(),
  });
  match.handOver(defenders.name, { fromTurnover: true, early: thief !== null });
  if (thief) {
    match.record({ kind: 'steal', side: defenders.name, person: thief.id });
    return;
  }
  match.wait(10, 20);
  deadBall(match);
}
