/** The leagues Playclock serves. Each has a database schema of its own name and plays one sport. */

import { partOfOrder, type SeasonPart, type SeasonType } from '../plays/game.ts';
import { americanFootball } from './american-football.ts';
import { baseball, NINE_INNINGS } from './baseball.ts';
import { basketball } from './basketball.ts';
import { iceHockey, NHL_CLOCK, NHL_PLAYOFF_CLOCK } from './ice-hockey.ts';
import { SOCCER_CLOCK, soccer } from './soccer.ts';
import type { ClockRules, Sport } from './sport.ts';

/** What a made free throw is worth, given what the scoreboard gained with it (null when not shown). */
export type FreeThrowValue = (scoreboardGain: number | null) => number;

export interface League {
  /** Path segment and schema name. */
  readonly code: string;
  readonly name: string;
  readonly sport: Sport;
  readonly clock: ClockRules;
  /** Seasons, or parts of them, that are played by other lengths; the first that applies holds. */
  readonly otherClocks?: readonly OtherClock[];
  /** IANA zone in which the league states dates. */
  readonly zone: string;
  /** The zone in which a league day ends last: a season is over for certain once its last day is over there. */
  readonly lastZone: string;
  /** Calendar years a season spans: two make labels like 2015-16, one like 2024. */
  readonly seasonYears: 1 | 2;
  /** One point where the league does not say. */
  readonly freeThrowValue?: FreeThrowValue;
}

/** Lengths of play where they differ from the league's. */
interface OtherClock {
  /** Up to the season that began in that year; every season where it is not said. */
  readonly until?: number;
  /** In that type of games; in all where it is not said. */
  readonly type?: SeasonType;
  readonly clock: Partial<ClockRules>;
}

/** The rule of most leagues: a free throw is worth a point. */
export const ONE_POINT: FreeThrowValue = () => 1;

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
  },
  {
    code: 'wnba',
    name: 'WNBA',
    sport: basketball,
    clock: tenMinutes,
    // Four quarters since 2006; before that two halves of twenty minutes.
    otherClocks: [{ until: 2005, clock: { regulationPeriods: 2, periodSeconds: 1200 } }],
    ...american,
    seasonYears: 1,
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
  },
  {
    code: 'nfl',
    name: 'NFL',
    sport: americanFootball,
    clock: { regulationPeriods: 4, periodSeconds: 900, overtimeSeconds: 600 },
    // Rule 16: ten minutes since 2017, but a whole quarter in the playoffs, and in every game before.
    otherClocks: [
      { until: 2016, clock: { overtimeSeconds: 900 } },
      { type: 'playoffs', clock: { overtimeSeconds: 900 } },
    ],
    ...american,
    seasonYears: 1,
  },
  {
    code: 'mlb',
    name: 'MLB',
    sport: baseball,
    clock: NINE_INNINGS,
    ...american,
    seasonYears: 1,
  },
  {
    code: 'nhl',
    name: 'NHL',
    sport: iceHockey,
    clock: NHL_CLOCK,
    otherClocks: [{ type: 'playoffs', clock: NHL_PLAYOFF_CLOCK }],
    ...american,
    seasonYears: 2,
  },
  {
    code: 'soccer',
    name: 'Soccer',
    sport: soccer,
    clock: SOCCER_CLOCK,
    zone: 'UTC',
    lastZone: 'UTC',
    seasonYears: 2,
  },
];

const byCode = new Map(LEAGUES.map((league) => [league.code, league]));

/** The league of that code, or undefined. */
export function findLeague(code: string): League | undefined {
  return byCode.get(code);
}

/** The league of a code that came from a league. Throws `RangeError` where there is none. */
export function leagueNamed(code: string): League {
  const league = byCode.get(code);
  if (league === undefined) throw new RangeError(`no league ${code}`);
  return league;
}

/** Lengths of play in that part of a season. */
export function clockRules({ clock, otherClocks = [] }: League, part: SeasonPart): ClockRules {
  const year = Number(part.season.slice(0, 4));
  const other = otherClocks.find(
    ({ until, type }) => (until === undefined || year <= until) && (type === undefined || type === part.type),
  );
  return other === undefined ? clock : { ...clock, ...other.clock };
}

/** Label of the season that begins in that year. */
export function seasonLabel(league: League, year: number): string {
  return league.seasonYears === 1 ? String(year) : `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/** The season part that a key names (`seasonOrder`). */
export function partNamed(league: League, order: number): SeasonPart {
  const { year, type } = partOfOrder(order);
  return { season: seasonLabel(league, year), type };
}
