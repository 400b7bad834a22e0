import { inventName, type PersonName } from './names.ts';
import type { Random } from './random.ts';

export const POSITIONS = ['PG', 'SG', 'SF', 'PF', 'C'] as const;
export type Position = (typeof POSITIONS)[number];

/** What a player does, as weights among the five on the floor (about 1 each) and as probabilities. */
export interface Ratings {
  /** Overall worth, about 0 to 1; decides minutes. */
  readonly skill: number;
  readonly usage: number;
  /** Probability that a shot is a three, and among twos that it is at the rim. */
  readonly threeShare: number;
  readonly rimShare: number;
  /** Probabilities to make a shot at the rim, from mid range, from three, and a free throw. */
  readonly rim: number;
  readonly mid: number;
  readonly three: number;
  readonly freeThrow: number;
  readonly assist: number;
  readonly offensiveRebound: number;
  readonly defensiveRebound: number;
  readonly steal: number;
  readonly block: number;
  readonly turnover: number;
  readonly foul: number;
}

/** A player of the invented league in one season. */
export interface Player extends PersonName {
  readonly personId: number;
  readonly jerseyNum: string;
  readonly position: Position;
  /** Year of birth; age in a season is its starting year less this. */
  readonly born: number;
  /** Worth at his best, and the abilities he has at his best. */
  readonly talent: number;
  readonly prime: Omit<Ratings, 'skill'>;
}

// Mean abilities by position: [three share, rim share, assist, off. reb., def. reb., steal, block, foul].
const SHAPE: Record<Position, readonly [number, number, number, number, number, number, number, number]> = {
  PG: [0.42, 0.5, 3, 0.45, 0.8, 1.4, 0.3, 0.8],
  SG: [0.46, 0.5, 1.6, 0.55, 0.9, 1.1, 0.4, 0.9],
  SF: [0.42, 0.56, 1.3, 0.9, 1.2, 1, 0.7, 1],
  PF: [0.34, 0.62, 1.1, 1.6, 1.7, 0.8, 1.2, 1.15],
  C: [0.16, 0.76, 1, 2.5, 2.4, 0.7, 2.6, 1.3],
};

/** Invents a player; `talent` leans low, so that a league has few stars. */
export function inventPlayer(
  random: Random,
  wanted: { personId: number; position: Position; born: number; jerseyNum: string },
): Player {
  const draw = random.next();
  const [threeShare, rimShare, assist, off, def, steal, block, foul] = SHAPE[wanted.position];
  const vary = (mean: number): number => mean * random.between(0.6, 1.5);
  return {
    ...inventName(random),
    ...wanted,
    talent: 0.25 + 0.75 * draw * draw,
    prime: {
      usage: random.between(0.7, 1.1),
      threeShare: Math.min(0.75, Math.max(0.02, random.bell(threeShare, 0.1))),
      rimShare: Math.min(0.95, Math.max(0.2, random.bell(rimShare, 0.1))),
      rim: random.bell(0.6, 0.03),
      mid: random.bell(0.415, 0.025),
      three: random.bell(0.352, 0.022),
      freeThrow: Math.min(0.93, random.bell(0.77, 0.07)),
      assist: vary(assist),
      offensiveRebound: vary(off),
      defensiveRebound: vary(def),
      steal: vary(steal),
      block: vary(block),
      turnover: random.between(0.8, 1.2),
      foul: random.between(0.75, 1.25) * foul,
    },
  };
}

/** How much of his talent a player of this age shows: rising to 27, level to 30, then falling. */
function bloom(age: number): number {
  if (age < 27) return 0.72 + 0.035 * Math.max(0, age - 19);
  return age <= 30 ? 1 : 1 - 0.04 * (age - 30);
}

/** A player's ratings in the season that starts in `year`. */
export function ratingsIn(player: Player, year: number): Ratings {
  const skill = Math.max(0.1, player.talent * bloom(year - player.born));
  const better = (skill - 0.45) * 0.07;
  const { prime } = player;
  return {
    ...prime,
    skill,
    usage: prime.usage * (0.45 + 1.3 * skill),
    rim: prime.rim + better,
    mid: prime.mid + better,
    three: prime.three + better * 0.6,
    turnover: prime.turnover * (0.6 + 0.8 * skill) * (0.7 + 0.15 * prime.assist),
  };
}
