/** The leagues Playclock serves. Each has a database schema of its own name and plays one sport. */
import { basketball } from './basketball.ts';
import type { ClockRules, Sport } from './sport.ts';

/** What a made free throw is worth, given what the scoreboard gained with it (null when not shown). */
export type FreeThrowValue = (scoreboardGain: number | null) => number;

export interface League {
  /** Path segment and schema name. */
  readonly code: string;
  readonly name: string;
  readonly sport: Sport;
  readonly clock: ClockRules;
  /** IANA zone in which the league states dates. */
  readonly zone: string;
  /** The zone in which a league day ends last: a season is over for certain once its last day is over there. */
  readonly lastZone: string;
  /** Calendar years a season spans: two make labels like 2015-16, one like 2024. */
  readonly seasonYears: 1 | 2;
  readonly freeThrowValue: FreeThrowValue;
}

const onePoint: FreeThrowValue = () => 1;

/** G-League: one throw stands for all the foul earned, so the scoreboard tells its worth. */
const oneThrowForAll: FreeThrowValue = (gain) => (gain !== null && gain >= 1 && gain <= 3 ? gain : 1);

const american = { zone: 'America/New_York', lastZone: 'America/Los_Angeles' } as const;
const twelveMinutes: ClockRules = { regulationPeriods: 4, periodSeconds: 720, overtimeSeconds: 300 };
const tenMinutes: ClockRules = { regulationPeriods: 4, periodSeconds: 600, overtimeSeconds: 300 };

export const LEAGUES: readonly League[] = [
  {
    code: 'nba',
    name: 'NBA',
    sport: basketball,
    clock: twelveMinutes,
    ...american,
    seasonYears: 2,
    freeThrowValue: onePoint,
  },
  {
    code: 'wnba',
    name: 'WNBA',
    sport: basketball,
    clock: tenMinutes,
    ...american,
    seasonYears: 1,
    freeThrowValue: onePoint,
  },
  {
    code: 'gleague',
    name: 'NBA G League',
    sport: basketball,
    clock: twelveMinutes,
    ...american,
    seasonYears: 2,
    freeThrowValue: oneThrowForAll,
  },
  {
    code: 'demo',
    name: 'Simulated league',
    sport: basketball,
    clock: twelveMinutes,
    ...american,
    seasonYears: 2,
    freeThrowValue: onePoint,
  },
];

const byCode = new Map(LEAGUES.map((league) => [league.code, league]));

/** The league of that code, or undefined. */
export function findLeague(code: string): League | undefined {
  return byCode.get(code);
}

/** Label of the season that begins in that year. */
export function seasonLabel(league: League, year: number): string {
  return league.seasonYears === 1 ? String(year) : `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}
