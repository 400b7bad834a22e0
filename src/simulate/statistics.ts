/** A player's counted statistics, by the names of the live box score. */
export interface PlayerCounts {
  assists: number;
  blocks: number;
  blocksReceived: number;
  fieldGoalsAttempted: number;
  fieldGoalsMade: number;
  foulsOffensive: number;
  foulsDrawn: number;
  foulsPersonal: number;
  foulsTechnical: number;
  freeThrowsAttempted: number;
  freeThrowsMade: number;
  /** Points of the other side, and of the own, while on the floor. */
  minus: number;
  plus: number;
  points: number;
  pointsFastBreak: number;
  pointsInThePaint: number;
  pointsSecondChance: number;
  reboundsDefensive: number;
  reboundsOffensive: number;
  steals: number;
  threePointersAttempted: number;
  threePointersMade: number;
  turnovers: number;
}

/** What a team has beside its players' sums. */
export interface TeamCounts {
  reboundsTeamOffensive: number;
  reboundsTeamDefensive: number;
  turnoversTeam: number;
  /** Fouls that count against the team's limit. */
  foulsTeam: number;
  pointsFromTurnovers: number;
  secondChanceAttempted: number;
  secondChanceMade: number;
  fastBreakAttempted: number;
  fastBreakMade: number;
  paintAttempted: number;
  paintMade: number;
}

/** All counts at zero. */
export function noPlayerCounts(): PlayerCounts {
  return {
    assists: 0,
    blocks: 0,
    blocksReceived: 0,
    fieldGoalsAttempted: 0,
    fieldGoalsMade: 0,
    foulsOffensive: 0,
    foulsDrawn: 0,
    foulsPersonal: 0,
    foulsTechnical: 0,
    freeThrowsAttempted: 0,
    freeThrowsMade: 0,
    minus: 0,
    plus: 0,
    points: 0,
    pointsFastBreak: 0,
    pointsInThePaint: 0,
    pointsSecondChance: 0,
    reboundsDefensive: 0,
    reboundsOffensive: 0,
    steals: 0,
    threePointersAttempted: 0,
    threePointersMade: 0,
    turnovers: 0,
  };
}

/** All counts at zero. */
export function noTeamCounts(): TeamCounts {
  return {
    reboundsTeamOffensive: 0,
    reboundsTeamDefensive: 0,
    turnoversTeam: 0,
    foulsTeam: 0,
    pointsFromTurnovers: 0,
    secondChanceAttempted: 0,
    secondChanceMade: 0,
    fastBreakAttempted: 0,
    fastBreakMade: 0,
    paintAttempted: 0,
    paintMade: 0,
  };
}
