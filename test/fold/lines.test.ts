import { expect, test } from 'vitest';
import { type LineRows, rowsOf } from '../../src/fold/running.ts';
import type { SimulatedGame } from '../../src/simulate/game.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { foldSimulated } from '../setup/simulated.ts';
import { forGames } from '../simulate/games.ts';
import { countsOf, naiveFloorSteps } from '../simulate/naive.ts';
import { type Counters, lineAt, linesById } from './reader.ts';

const demo = leagueNamed('demo');

/** Box statistics and our counters. Team-own statistics count for the team only. */
const COUNTERS: Readonly<Record<string, readonly string[]>> = {
  points: ['pts'],
  fieldGoalsMade: ['fgm'],
  fieldGoalsAttempted: ['fga'],
  threePointersMade: ['fg3m'],
  threePointersAttempted: ['fg3a'],
  freeThrowsMade: ['ftm'],
  freeThrowsAttempted: ['fta'],
  reboundsOffensive: ['oreb', 'reb'],
  reboundsDefensive: ['dreb', 'reb'],
  reboundsTotal: [],
  reboundsTeamOffensive: ['oreb', 'reb'],
  reboundsTeamDefensive: ['dreb', 'reb'],
  assists: ['ast'],
  steals: ['stl'],
  blocks: ['blk'],
  turnovers: ['tov'],
  turnoversTeam: ['tov'],
  foulsPersonal: ['pf'],
  foulsTechnical: [],
};

type Earning = readonly [id: string, counter: string, by: number];

/** What every action earned whom, by action, from a reading that knows nothing of the fold. */
function earnings(game: SimulatedGame): Map<number, Earning[]> {
  const { homeTeam } = game.boxscore.game;
  const sideOf = (teamId: number) => (teamId === homeTeam.teamId ? 'home' : 'away');
  const all = new Map<number, Earning[]>();
  const seen = new Set<string>();
  for (const { action, ran, earned, floor } of naiveFloorSteps(game)) {
    const list: Earning[] = [];
    for (const id of ['home', 'away', ...floor.map(String)]) {
      if (!seen.has(id)) list.push([id, 'games', 1]);
      seen.add(id);
    }
    for (const { id, name, by } of earned) {
      list.push([String(id), name === 'time' ? 'seconds' : 'plus_minus', by]);
    }
    list.push(['home', 'seconds', 5 * ran], ['away', 'seconds', 5 * ran]);
    for (const { personId, teamId, name, by } of countsOf(action)) {
      for (const counter of COUNTERS[name] ?? []) {
        if (personId) list.push([String(personId), counter, by]);
        if (teamId) list.push([sideOf(teamId), counter, by]);
      }
      if (name === 'points' && teamId) {
        list.push([sideOf(teamId), 'plus_minus', by]);
        list.push([sideOf(teamId) === 'home' ? 'away' : 'home', 'plus_minus', -by]);
      }
    }
    all.set(action.actionNumber, list);
  }
  return all;
}

const same = (one: Counters, other: Counters) =>
  demo.sport.counters.every(({ name }) => (one[name] ?? 0) === (other[name] ?? 0));

test('a line read at any play is the plain sum of what the plays up to it earned', () => {
  let steps = 0;
  let moved = 0;
  forGames((game) => {
    const folded = foldSimulated(game);
    const earned = earnings(game);
    const lines = linesById(folded);
    const sums = new Map<string, Record<string, number>>([...lines.keys()].map((id) => [id, {}]));
    folded.plays.forEach(({ play }, position) => {
      if (play !== folded.game.plays[position]) moved += 1;
      for (const [id, counter, by] of earned.get(Number(play.id)) ?? []) {
        const line = sums.get(id) ?? {};
        line[counter] = (line[counter] ?? 0) + by;
        sums.set(id, line);
      }
      for (const [id, line] of lines) {
        const read = lineAt(folded, demo, line, position);
        const sum = sums.get(id) ?? {};
        if (!same(read, sum)) expect(read, `${id} at play ${play.id}`).toEqual(sum);
        steps += 1;
      }
    });
  }, 3);
  expect(steps).toBeGreaterThan(100_000);
  // Where the clock stepped back, the total order is not the order of play.
  expect(moved).toBeGreaterThan(0);
});

test('plays are told in the total order: instant, then order key', () => {
  forGames((game) => {
    const { plays } = foldSimulated(game);
    plays.forEach(({ play }, position) => {
      const before = plays[position - 1]?.play;
      if (before === undefined) return;
      const later = before.stamp.at < play.stamp.at;
      const tie = before.stamp.at === play.stamp.at && before.orderKey < play.orderKey;
      expect(later || tie, `${before.id} then ${play.id}`).toBe(true);
    });
  });
});

test('a line has a row only where a reader could not foresee it, and the last row ends it', () => {
  forGames((game) => {
    const folded = foldSimulated(game);
    for (const [id, line] of linesById(folded)) {
      const rows = rowsOf(line.rows);
      const last = rows.at(-1);
      if (last === undefined) continue;
      expect([...last.values], id).toEqual([...line.final]);
      expect(last.active, id).toBe(false);
      rows.forEach((row, index) => {
        const before = rows[index - 1];
        if (before === undefined) return;
        expect(row.position, id).toBeGreaterThan(before.position);
        const known = { ...line, rows: firstRows(line.rows, index) };
        const foreseen = Object.values(lineAt(folded, demo, known, row.position));
        const equal = foreseen.every((value, counter) => value === row.values[counter]);
        expect(equal && row.active === before.active, `${id} at ${row.position}`).toBe(false);
      });
    }
  });
});

test('a simulated game is over, and its official box reconciles without a discrepancy', () => {
  let official = 0;
  forGames((game) => {
    const { final, discrepancies, game: normal } = foldSimulated(game);
    expect(final).toBe(true);
    expect(discrepancies).toEqual([]);
    official += normal.box?.lines.length ?? 0;
  }, 20);
  expect(official).toBeGreaterThan(500);
});

test('a cell of the box that differs is named, with what was stated and what was counted', () => {
  forGames((game) => {
    const changed = structuredClone(game);
    const player = changed.boxscore.game.awayTeam.players.find(({ played }) => played === '1');
    if (player === undefined) throw new RangeError('nobody played');
    player.statistics.assists += 1;
    expect(foldSimulated(changed).discrepancies).toEqual([
      expect.objectContaining({
        kind: 'box',
        side: 'away',
        playerId: String(player.personId),
        counter: 'ast',
        stated: player.statistics.assists,
        counted: player.statistics.assists - 1,
      }),
    ]);
  }, 2);
});

function firstRows({ length, positions, active, values }: LineRows, count: number): LineRows {
  return {
    length: count,
    positions: positions.slice(0, count),
    active,
    values: values.slice(0, (values.length / length) * count),
  };
}
