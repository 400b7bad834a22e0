/** One action of the live feed's play-by-play; only the fields of its kind are there. */
export interface LiveAction {
  actionNumber: number;
  clock: string;
  timeActual: string;
  period: number;
  periodType: 'REGULAR' | 'OVERTIME';
  teamId?: number;
  teamTricode?: string;
  actionType: string;
  subType?: string;
  descriptor?: string;
  qualifiers: string[];
  personId: number;
  x: number | null;
  y: number | null;
  side?: 'left' | 'right' | null;
  shotDistance?: number;
  possession: number;
  scoreHome: string;
  scoreAway: string;
  edited: string;
  officialId?: number;
  orderNumber: number;
  xLegacy: number | null;
  yLegacy: number | null;
  isFieldGoal: 0 | 1;
  shotResult?: 'Made' | 'Missed';
  pointsTotal?: number;
  shotActionNumber?: number;
  reboundTotal?: number;
  reboundDefensiveTotal?: number;
  reboundOffensiveTotal?: number;
  foulPersonalTotal?: number;
  foulTechnicalTotal?: number;
  turnoverTotal?: number;
  description?: string;
  playerName?: string;
  playerNameI?: string;
  personIdsFilter: number[];
  assistPlayerNameInitial?: string;
  assistPersonId?: number;
  assistTotal?: number;
  blockPlayerName?: string;
  blockPersonId?: number;
  stealPlayerName?: string;
  stealPersonId?: number;
  foulDrawnPlayerName?: string;
  foulDrawnPersonId?: number;
  jumpBallRecoveredName?: string;
  jumpBallRecoverdPersonId?: number;
  jumpBallWonPlayerName?: string;
  jumpBallWonPersonId?: number;
  jumpBallLostPlayerName?: string;
  jumpBallLostPersonId?: number;
  /** A correction note. */
  value?: string;
}

/** The head of both documents of the live feed. */
export interface LiveMeta {
  version: number;
  code: number;
  request: string;
  time: string;
}

/** The play-by-play document. */
export interface PlayByPlayFile {
  meta: LiveMeta;
  game: { gameId: string; actions: LiveAction[] };
}
