/** The box score inside `feed/live`: both rosters and the official cells at the instant of the document. */
import type { OfficialLine, PlayerRef } from '../../../plays/game.ts';
import { SIDES } from '../../../plays/play.ts';
import { check, officialCells, refuseOtherSide } from '../../check.ts';
import { BoxPlayer, BoxTeam, type FeedLive } from './document.ts';

type Cells = Readonly<Record<string, string>>;

const SKATER_CELLS: Cells = {
  goals: 'goals',
  assists: 'assists',
  shots: 'shots',
  hits: 'hits',
  blocked: 'blocked',
  penaltyMinutes: 'pim',
  faceOffWins: 'faceoff_wins',
  faceoffTaken: 'faceoffs_taken',
  giveaways: 'giveaways',
  takeaways: 'takeaways',
  powerPlayGoals: 'pp_goals',
  powerPlayAssists: 'pp_assists',
  shortHandedGoals: 'sh_goals',
  shortHandedAssists: 'sh_assists',
};

/** A goalie's `shots` are those he faced. */
const GOALIE_CELLS: Cells = {
  goals: 'goals',
  assists: 'assists',
  pim: 'pim',
  shots: 'shots_against',
  saves: 'saves',
};

const TEAM_CELLS: Cells = {
  goals: 'goals',
  pim: 'pim',
  shots: 'shots',
  hits: 'hits',
  blocked: 'blocked',
  giveaways: 'giveaways',
  takeaways: 'takeaways',
  powerPlayGoals: 'pp_goals',
};

const NEVER_ON = '0:00';

export interface Box {
  readonly players: readonly PlayerRef[];
  readonly lines: readonly OfficialLine[];
}

/** Players and official lines. `over`: only after the game does no time on ice mean that somebody did not play. */
export function readBox({ gameData, liveData: live }: FeedLive, over: boolean, file: string): Box {
  const players: PlayerRef[] = [];
  const lines: OfficialLine[] = [];
  for (const side of SIDES) {
    const place = `$.liveData.boxscore.teams.${side}`;
    const team = check(BoxTeam, live.boxscore.teams[side], file, place);
    refuseOtherSide(team.team?.id, gameData.teams[side].id, file, `${place}.team.id`);
    for (const [key, entry] of Object.entries(team.players)) {
      const { person, position, stats } = check(BoxPlayer, entry, file, `${place}.players.${key}`);
      const id = String(person.id);
      players.push({
        id,
        name: person.fullName,
        side,
        starter: null,
        position: position.abbreviation,
        played: tookPart(stats, over),
      });
      const counters = countersOf(stats, file, `${place}.players.${key}.stats`);
      if (counters !== null) lines.push({ side, playerId: id, counters });
    }
    const statistics = team.teamStats.teamSkaterStats ?? {};
    const cells = officialCells(statistics, TEAM_CELLS, file, `${place}.teamStats.teamSkaterStats`);
    // Whether the shoot-out's goal is in this cell no file at hand shows; the score has it for certain.
    if (live.linescore.hasShootout === true) delete cells.goals;
    lines.push({ side, playerId: null, counters: cells });
  }
  return { players, lines };
}

/** Who did not dress has no statistics at all. */
function tookPart({ skaterStats, goalieStats }: BoxPlayer['stats'], over: boolean): boolean | null {
  const time = (skaterStats ?? goalieStats)?.timeOnIce;
  if (time === undefined) return false;
  if (time !== NEVER_ON) return true;
  return over ? false : null;
}

function countersOf(
  { skaterStats, goalieStats }: BoxPlayer['stats'],
  file: string,
  place: string,
): Record<string, number> | null {
  if (skaterStats !== undefined)
    return officialCells(skaterStats, SKATER_CELLS, file, `${place}.skaterStats`);
  if (goalieStats === undefined) return null;
  const { shots, saves } = goalieStats;
  const allowed = shots === undefined || saves === undefined ? {} : { goals_against: shots - saves };
  return { ...officialCells(goalieStats, GOALIE_CELLS, file, `${place}.goalieStats`), ...allowed };
}
