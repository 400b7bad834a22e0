import { FIRST_PLAYER_ID } from './ids.ts';
import { inventPlayer, type Player, POSITIONS, type Position, ratingsIn } from './player.ts';
import { type Random, randomFor } from './random.ts';
import { FOUNDING_YEAR } from './season-label.ts';
import { leagueTeams, type Team } from './teams.ts';

/** A team and the fifteen players under contract, three a position. */
export interface TeamRoster {
  readonly team: Team;
  readonly players: readonly Player[];
}

interface Growing {
  readonly team: Team;
  players: Player[];
}

const PER_POSITION = 3;

/**
 * The league's rosters in the season that starts in `year`, followed from the founding through every
 * summer's ageing, retirements, debuts and trades. The same seed, team count and year give the same
 * rosters, whichever other seasons are asked for.
 */
export function leagueIn(seed: string | number, teamCount: number, year: number): TeamRoster[] {
  let nextId = FIRST_PLAYER_ID;
  const rosters: Growing[] = leagueTeams(teamCount).map((team) => ({ team, players: [] }));
  const founding = randomFor(seed, 'founding', teamCount);
  for (const roster of rosters) {
    for (const position of POSITIONS) {
      for (let i = 0; i < PER_POSITION; i += 1) {
        const born = FOUNDING_YEAR - founding.whole(20, 34);
        roster.players.push(recruit(founding, roster, nextId++, position, born));
      }
    }
  }
  for (let summer = FOUNDING_YEAR + 1; summer <= year; summer += 1) {
    const random = randomFor(seed, 'summer', teamCount, summer);
    for (const roster of rosters) {
      roster.players = roster.players.flatMap((player) => {
        if (!retires(random, player, summer)) return [player];
        const born = summer - random.whole(19, 23);
        return [recruit(random, roster, nextId++, player.position, born)];
      });
    }
    const trades = random.whole(0, Math.ceil(rosters.length / 3));
    for (let i = 0; i < trades; i += 1) trade(random, rosters);
  }
  return rosters;
}

function recruit(
  random: Random,
  roster: Growing,
  personId: number,
  position: Position,
  born: number,
): Player {
  return inventPlayer(random, { personId, position, born, jerseyNum: freeNumber(random, roster.players) });
}

function freeNumber(random: Random, players: readonly Player[]): string {
  for (;;) {
    const number = String(random.whole(0, 55));
    if (!players.some((player) => player.jerseyNum === number)) return number;
  }
}

/** The old retire, and so do the weak, who make room for debutants. */
function retires(random: Random, player: Player, summer: number): boolean {
  const age = summer - player.born;
  const { skill } = ratingsIn(player, summer);
  if (age >= 40) return true;
  return random.chance(Math.max(0, (age - 32) * 0.11) + (skill < 0.3 ? 0.22 : 0.01));
}

/** Two teams exchange players of one position; jersey numbers change where they are taken. */
function trade(random: Random, rosters: readonly Growing[]): void {
  const [one, other] = random.shuffled(rosters);
  if (!one || !other) return;
  const position = random.pick(POSITIONS);
  const leaving = random.pick(one.players.filter((player) => player.position === position));
  const coming = random.pick(other.players.filter((player) => player.position === position));
  one.players = moved(random, one.players, leaving, coming);
  other.players = moved(random, other.players, coming, leaving);
}

function moved(random: Random, players: readonly Player[], out: Player, into: Player): Player[] {
  const rest = players.filter((player) => player !== out);
  const taken = rest.some((player) => player.jerseyNum === into.jerseyNum);
  const newcomer = taken ? { ...into, jerseyNum: freeNumber(random, rest) } : into;
  return players.map((player) => (player === out ? newcomer : player));
}
