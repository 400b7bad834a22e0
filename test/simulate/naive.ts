/** A naive reading of a simulated game's actions, written without the simulator's book and without the fold. */
import { expect } from 'vitest';
import type { SimulatedGame } from '../../src/simulate/game.ts';
import type { LiveAction } from '../../src/simulate/live-types.ts';

export interface Line {
  [name: string]: number;
}

const COUNTED = [
  'points',
  'fieldGoalsMade',
  'fieldGoalsAttempted',
  'threePointersMade',
  'threePointersAttempted',
  'freeThrowsMade',
  'freeThrowsAttempted',
  'reboundsOffensive',
  'reboundsDefensive',
  'reboundsTotal',
  'assists',
  'steals',
  'blocks',
  'turnovers',
  'foulsPersonal',
  'foulsTechnical',
] as const;

const add = (line: Line, name: string, by = 1): void => {
  line[name] = (line[name] ?? 0) + by;
};

const lineIn = (lines: Map<number, Line>, id: number): Line => {
  const found = lines.get(id) ?? {};
  lines.set(id, found);
  return found;
};

export function hundredths(clock: string): number {
  const [, minutes, seconds] = /^PT(\d+)M([\d.]+)S$/.exec(clock) ?? [];
  return Number(minutes) * 6000 + Math.round(Number(seconds) * 100);
}

function pointsOf(action: LiveAction): number {
  if (action.shotResult !== 'Made') return 0;
  return action.actionType === 'freethrow' ? 1 : action.actionType === '3pt' ? 3 : 2;
}

/** What one action counts for: a person's statistic, or with person 0 the team's own. */
export interface Count {
  readonly personId: number;
  readonly teamId: number;
  readonly name: string;
  readonly by: number;
}

export function countsOf(action: LiveAction): Count[] {
  const { personId, teamId = 0, actionType } = action;
  const counts: Count[] = [];
  const count = (name: string, by = 1, id = personId) => counts.push({ personId: id, teamId, name, by });
  const made = action.shotResult === 'Made' ? 1 : 0;
  count('points', pointsOf(action));
  if (actionType === 'freethrow') {
    count('freeThrowsAttempted');
    count('freeThrowsMade', made);
  }
  if (action.isFieldGoal) {
    count('fieldGoalsAttempted');
    count('fieldGoalsMade', made);
    if (actionType === '3pt') {
      count('threePointersAttempted');
      count('threePointersMade', made);
    }
    if (action.assistPersonId) count('assists', 1, action.assistPersonId);
  }
  if (actionType === 'rebound') {
    const name = action.subType === 'offensive' ? 'Offensive' : 'Defensive';
    count(personId ? `rebounds${name}` : `reboundsTeam${name}`);
    if (personId) count('reboundsTotal');
  }
  if (actionType === 'steal') count('steals');
  if (actionType === 'block') count('blocks');
  if (actionType === 'turnover') count(personId ? 'turnovers' : 'turnoversTeam');
  if (actionType === 'foul') count(action.subType === 'technical' ? 'foulsTechnical' : 'foulsPersonal');
  return counts;
}

/** Sums of the counts by person, and of points and the team's own by team. */
function naiveCounts(actions: readonly LiveAction[]): {
  people: Map<number, Line>;
  teams: Map<number, Line>;
} {
  const people = new Map<number, Line>();
  const teams = new Map<number, Line>();
  for (const { personId, teamId, name, by } of actions.flatMap(countsOf)) {
    if (personId) add(lineIn(people, personId), name, by);
    if (!personId || name === 'points') add(lineIn(teams, teamId), name, by);
  }
  return { people, teams };
}

const TRACES = new Set(['2pt', '3pt', 'freethrow', 'rebound', 'turnover', 'steal', 'block', 'foul']);

/** Those of the team whose plays show that they began the period. */
function shownStarters(actions: readonly LiveAction[], period: number, teamId: number): Set<number> {
  const cameIn = new Set<number>();
  const shown = new Set<number>();
  for (const action of actions) {
    if (action.period !== period || action.teamId !== teamId || !action.personId) continue;
    if (action.qualifiers.includes('startperiod')) continue;
    const out = action.actionType === 'substitution' && action.subType === 'out';
    const technical = action.subType === 'technical' || action.descriptor === 'technical';
    if (!cameIn.has(action.personId) && (out || (TRACES.has(action.actionType) && !technical)))
      shown.add(action.personId);
    if (action.actionType === 'substitution' && action.subType === 'in') cameIn.add(action.personId);
  }
  return shown;
}

/** Changes between periods that the feed tells, as substitutions before the period's start. */
function toldChanges(actions: readonly LiveAction[], period: number, teamId: number) {
  const told = actions.filter(
    (action) =>
      action.period === period && action.teamId === teamId && action.qualifiers.includes('startperiod'),
  );
  const ids = (subType: string) =>
    new Set(told.filter((action) => action.subType === subType).map(({ personId }) => personId));
  return { out: ids('out'), into: ids('in') };
}

/** What being on the floor earned with one action, and who is on it afterwards. */
export interface FloorStep {
  readonly action: LiveAction;
  /** Hundredths of a second the clock ran. */
  readonly ran: number;
  readonly earned: readonly {
    readonly id: number;
    readonly name: 'time' | 'plusMinus';
    readonly by: number;
  }[];
  readonly floor: readonly number[];
}

/** The floor action by action in order of play, throws credited to the ten on the floor at the foul. */
export function* naiveFloorSteps(game: SimulatedGame): Generator<FloorStep> {
  const { actions } = game.playbyplay.game;
  const { homeTeam, awayTeam } = game.boxscore.game;
  const floor = new Map(
    [homeTeam, awayTeam].map((team) => [
      team.teamId,
      new Set(team.players.filter(({ starter }) => starter === '1').map(({ personId }) => personId)),
    ]),
  );
  let period = 1;
  let clock = 72_000;
  let atFoul = new Map<number, Set<number>>();
  let atTechnical = atFoul;
  for (const action of actions) {
    const now = hundredths(action.clock);
    const earned: { id: number; name: 'time' | 'plusMinus'; by: number }[] = [];
    if (action.period > period) {
      period = action.period;
      clock = now;
      for (const [teamId, five] of floor) {
        const { out, into } = toldChanges(actions, period, teamId);
        const told = five.difference(out).union(into);
        const shown = shownStarters(actions, period, teamId);
        if (shown.isSubsetOf(told)) continue;
        // Somebody unexpected acts: a change was not told, and then the plays must show all five.
        expect(shown.size, `period ${period} of ${teamId}`).toBe(5);
        floor.set(teamId, shown.difference(into).union(out));
      }
    }
    const ran = Math.max(0, clock - now);
    if (ran > 0) {
      for (const five of floor.values()) for (const id of five) earned.push({ id, name: 'time', by: ran });
      clock = now;
    }
    const five = floor.get(action.teamId ?? 0);
    if (action.actionType === 'substitution') {
      if (action.subType === 'out')
        expect(five?.delete(action.personId), `out ${action.actionNumber}`).toBe(true);
      else five?.add(action.personId);
    }
    const copy = (): Map<number, Set<number>> => new Map([...floor].map(([id, set]) => [id, new Set(set)]));
    if (action.actionType === 'foul' && action.subType === 'technical') atTechnical = copy();
    else if (action.actionType === 'foul') atFoul = copy();
    const throwFloor = action.descriptor === 'technical' ? atTechnical : atFoul;
    const points = pointsOf(action);
    for (const [teamId, ids] of action.actionType === 'freethrow' ? throwFloor : floor) {
      const by = teamId === action.teamId ? points : -points;
      for (const id of points === 0 ? [] : ids) earned.push({ id, name: 'plusMinus', by });
    }
    yield { action, ran, earned, floor: [...floor.values()].flatMap((ids) => [...ids]) };
  }
}

/** Time on the floor (hundredths) and plus/minus of every person. */
function naiveFloor(game: SimulatedGame): Map<number, Line> {
  const lines = new Map<number, Line>();
  for (const { earned } of naiveFloorSteps(game)) {
    for (const { id, name, by } of earned) add(lineIn(lines, id), name, by);
  }
  return lines;
}

/** Every cell of the game's box score equals what its actions say. */
export function expectBoxMatches(game: SimulatedGame): void {
  const { people, teams } = naiveCounts(game.playbyplay.game.actions);
  const onFloor = naiveFloor(game);
  const { homeTeam, awayTeam } = game.boxscore.game;
  for (const team of [homeTeam, awayTeam]) {
    const sums: Line = {};
    for (const { personId, name, statistics } of team.players) {
      for (const stat of COUNTED) {
        expect(statistics[stat], `${name} ${stat}`).toBe(people.get(personId)?.[stat] ?? 0);
        add(sums, stat, statistics[stat]);
      }
      expect(hundredths(statistics.minutes), `${name} minutes`).toBe(onFloor.get(personId)?.time ?? 0);
      expect(statistics.plusMinusPoints, `${name} plus/minus`).toBe(onFloor.get(personId)?.plusMinus ?? 0);
    }
    const of = teams.get(team.teamId) ?? {};
    const { statistics } = team;
    expect(team.score).toBe(of.points);
    for (const stat of COUNTED) if (stat !== 'reboundsTotal') expect(statistics[stat], stat).toBe(sums[stat]);
    expect(statistics.reboundsTeamOffensive).toBe(of.reboundsTeamOffensive ?? 0);
    expect(statistics.reboundsTeamDefensive).toBe(of.reboundsTeamDefensive ?? 0);
    expect(statistics.reboundsTotal).toBe(statistics.reboundsPersonal + statistics.reboundsTeam);
    expect(statistics.turnoversTeam).toBe(of.turnoversTeam ?? 0);
    expect(statistics.turnoversTotal).toBe(statistics.turnovers + statistics.turnoversTeam);
  }
}
