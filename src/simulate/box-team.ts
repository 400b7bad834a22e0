import type { Book, SideBook } from './book.ts';
import { share } from './box-player.ts';
import type { Flow } from './flow.ts';
import { elapsedAt } from './game-clock.ts';
import type { Dressed } from './lineup.ts';
import type { SideName } from './play.ts';
import type { PlayerCounts } from './statistics.ts';
import { clockText, minutesText } from './time-text.ts';

export type BoxTeamStatistics = ReturnType<typeof teamStatistics>;

/** A team's totals: the sums of its players' pages and what only the team has. */
export function teamStatistics(
  book: Book,
  own: SideBook,
  other: SideBook,
  flow: Flow,
  side: SideName,
  periods: number,
  starters: readonly Dressed[],
) {
  const sum = (key: keyof PlayerCounts): number => total(own, key);
  const { team } = own;
  const course = flow[side];
  const threes = sum('threePointersMade');
  const tried = sum('fieldGoalsAttempted');
  const made = sum('fieldGoalsMade');
  const twoTried = tried - sum('threePointersAttempted');
  const turnoversTotal = sum('turnovers') + team.turnoversTeam;
  const personal = sum('reboundsOffensive') + sum('reboundsDefensive');
  const ofTeam = team.reboundsTeamOffensive + team.reboundsTeamDefensive;
  const starting = starters.reduce(
    (points, { player }) => points + book.page(player.personId).counts.points,
    0,
  );
  const shootingAttempts = tried + 0.44 * sum('freeThrowsAttempted');
  // Five on the floor from the tip to the end.
  const time = 5 * elapsedAt(periods, 0);
  return {
    assists: sum('assists'),
    assistsTurnoverRatio: share(sum('assists'), turnoversTotal),
    benchPoints: own.score - starting,
    biggestLead: course.biggestLead,
    biggestLeadScore: course.biggestLeadScore,
    biggestScoringRun: course.biggestRun,
    biggestScoringRunScore: course.biggestRunScore,
    blocks: sum('blocks'),
    blocksReceived: sum('blocksReceived'),
    fastBreakPointsAttempted: team.fastBreakAttempted,
    fastBreakPointsMade: team.fastBreakMade,
    fastBreakPointsPercentage: share(team.fastBreakMade, team.fastBreakAttempted),
    fieldGoalsAttempted: tried,
    fieldGoalsEffectiveAdjusted: share(made + threes / 2, tried),
    fieldGoalsMade: made,
    fieldGoalsPercentage: share(made, tried),
    foulsOffensive: sum('foulsOffensive'),
    foulsDrawn: sum('foulsDrawn'),
    foulsPersonal: sum('foulsPersonal'),
    foulsTeam: team.foulsTeam,
    foulsTechnical: sum('foulsTechnical'),
    foulsTeamTechnical: 0,
    freeThrowsAttempted: sum('freeThrowsAttempted'),
    freeThrowsMade: sum('freeThrowsMade'),
    freeThrowsPercentage: share(sum('freeThrowsMade'), sum('freeThrowsAttempted')),
    leadChanges: flow.leadChanges,
    minutes: clockText(time),
    minutesCalculated: minutesText(time),
    points: own.score,
    pointsAgainst: other.score,
    pointsFastBreak: sum('pointsFastBreak'),
    pointsFromTurnovers: team.pointsFromTurnovers,
    pointsInThePaint: sum('pointsInThePaint'),
    pointsInThePaintAttempted: team.paintAttempted,
    pointsInThePaintMade: team.paintMade,
    pointsInThePaintPercentage: share(team.paintMade, team.paintAttempted),
    pointsSecondChance: sum('pointsSecondChance'),
    reboundsDefensive: sum('reboundsDefensive'),
    reboundsOffensive: sum('reboundsOffensive'),
    reboundsPersonal: personal,
    reboundsTeam: ofTeam,
    reboundsTeamDefensive: team.reboundsTeamDefensive,
    reboundsTeamOffensive: team.reboundsTeamOffensive,
    reboundsTotal: personal + ofTeam,
    secondChancePointsAttempted: team.secondChanceAttempted,
    secondChancePointsMade: team.secondChanceMade,
    secondChancePointsPercentage: share(team.secondChanceMade, team.secondChanceAttempted),
    steals: sum('steals'),
    threePointersAttempted: sum('threePointersAttempted'),
    threePointersMade: threes,
    threePointersPercentage: share(threes, sum('threePointersAttempted')),
    timeLeading: clockText(course.timeLeading),
    timesTied: flow.timesTied,
    trueShootingAttempts: Math.round(shootingAttempts * 100) / 100,
    trueShootingPercentage: share(own.score, 2 * shootingAttempts),
    turnovers: sum('turnovers'),
    turnoversTeam: team.turnoversTeam,
    turnoversTotal,
    twoPointersAttempted: twoTried,
    twoPointersMade: made - threes,
    twoPointersPercentage: share(made - threes, twoTried),
  };
}

function total(side: SideBook, key: keyof PlayerCounts): number {
  let sum = 0;
  for (const { counts } of side.pages.values()) sum += counts[key];
  return sum;
}
