import type { TeamRoster } from './league.ts';
import { type Player, POSITIONS, type Position, type Ratings, ratingsIn } from './player.ts';
import type { Random } from './random.ts';
import type { Team } from './teams.ts';

/** A player on the day of a game. */
export interface Dressed {
  readonly player: Player;
  readonly ratings: Ratings;
  /** Share of the game he is meant to play, 0 to 1; the shares of a team sum to 5. */
  readonly share: number;
}

/** A player who is not dressed. */
export interface Undressed {
  readonly player: Player;
  readonly reason: string;
  readonly description: string | null;
}

/** A team on the day of a game: the five starters come first in `dressed`, by position. */
export interface GameDay {
  readonly team: Team;
  readonly dressed: readonly Dressed[];
  readonly starters: readonly Dressed[];
  readonly undressed: readonly Undressed[];
}

// Minutes by place in the rotation: sixth man, seventh, and so on.
const BENCH_SHARES = [0.43, 0.38, 0.33, 0.25, 0.13, 0.05, 0.02, 0.01];
const AILMENTS = [
  'Left Ankle Sprain',
  'Right Knee Soreness',
  'Lower Back Tightness',
  'Left Wrist Sprain',
  'Illness',
];

/** Decides who is dressed, who starts, and how long each is meant to play. */
export function gameDay(random: Random, roster: TeamRoster, year: number): GameDay {
  const rated = roster.players.map((player) => ({ player, ratings: ratingsIn(player, year) }));
  const undressed = absentees(random, rated);
  const fit = rated
    .filter(({ player }) => !undressed.some((absent) => absent.player === player))
    .sort((a, b) => b.ratings.skill - a.ratings.skill || a.player.personId - b.player.personId);
  const first = POSITIONS.flatMap((position) => fit.find(({ player }) => player.position === position) ?? []);
  const bench = fit.filter((candidate) => !first.includes(candidate));
  const benchTotal = BENCH_SHARES.slice(0, bench.length).reduce((sum, share) => sum + share, 0);
  const starters = first.map((starter) => ({ ...starter, share: (5 - benchTotal) / first.length }));
  const dressed = [
    ...starters,
    ...bench.map((player, index) => ({ ...player, share: BENCH_SHARES[index] ?? 0 })),
  ];
  return { team: roster.team, starters, dressed, undressed };
}

/** Two players sit out, of different positions so that each position can be filled; more often the weak. */
function absentees(random: Random, rated: readonly { player: Player; ratings: Ratings }[]): Undressed[] {
  const out: Undressed[] = [];
  const positions = new Set<Position>();
  while (out.length < 2) {
    const candidates = rated.filter(({ player }) => !positions.has(player.position));
    const { player } = random.weighted(candidates, ({ ratings }) => (ratings.skill > 0.5 ? 0.25 : 1));
    positions.add(player.position);
    const injured = random.chance(0.6);
    out.push({
      player,
      reason: injured ? 'INACTIVE_INJURY' : 'INACTIVE_COACH',
      description: injured ? random.pick(AILMENTS) : null,
    });
  }
  return out;
}
