import { beforeAll, expect, test } from 'vitest';
import { SIDES, type Side } from '../../src/plays/play.ts';
import { lineAt, linesById } from '../fold/reader.ts';
import { describeReal } from '../setup/real-data.ts';
import { naiveSum } from './naive-sum.ts';
import { counted, type FileStat, nfl, type RealGame, realNfl, seasonFiles } from './nfl-games.ts';

const INSTANTS = 30;
const PLAYERS = 3;

/** Numbers from 0 to 1, the same every time. */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A player's rows with the instant the file gives the play: its end, else its start. */
function rowsOf({ file }: RealGame): Map<string, (FileStat & { at: number })[]> {
  const rows = new Map<string, (FileStat & { at: number })[]>();
  for (const play of counted(file)) {
    const at = Date.parse(play.playEndTime ?? play.playStartTime ?? '');
    for (const row of play.stats) {
      if (row.gsisPlayerId === null) continue;
      const known = rows.get(row.gsisPlayerId);
      if (known === undefined) rows.set(row.gsisPlayerId, [{ ...row, at }]);
      else known.push({ ...row, at });
    }
  }
  return rows;
}

/** Whether the instant is inside what some play leaves open: a whole second, or a time that was mended. */
function inDoubt({ folded, file }: RealGame): (instant: number) => boolean {
  const stamped = new Map(
    counted(file).map((play) => [
      String(play.playId),
      Date.parse(play.playEndTime ?? play.playStartTime ?? ''),
    ]),
  );
  const open = folded.plays.flatMap(({ play: { id, stamp, credits } }) => {
    const said = stamped.get(id);
    if (credits.length === 0 || said === undefined || said === stamp.latest) return [];
    return [[Math.min(said, stamp.earliest), Math.max(said, stamp.latest)] as const];
  });
  return (instant) => open.some(([from, to]) => instant >= from && instant <= to);
}

const sideOf = ({ file }: RealGame, teamId: string): Side => (teamId === file.homeTeam.id ? 'home' : 'away');

describeReal('the NFL season 2024', () => {
  let games: RealGame[] = [];
  beforeAll(() => {
    games = seasonFiles().map((name) => realNfl('2024', name));
  }, 60_000);

  test('has 285 games, 13 of them playoffs, all over, and not one discrepancy', () => {
    expect(games).toHaveLength(285);
    expect(games.filter(({ folded }) => folded.game.part.type === 'playoffs')).toHaveLength(13);
    for (const { name, folded } of games) {
      expect(folded.discrepancies, name).toEqual([]);
      expect(folded.final, name).toBe(true);
      expect(folded.game.part.season, name).toBe('2024');
      expect(folded.game.box?.score, name).not.toBeNull();
    }
  });

  test('has the final score and the score by quarter of every game', () => {
    for (const { name, file, folded } of games) {
      for (const side of SIDES) {
        const { q1, q2, q3, q4, ot, total } = file.summary[`${side}Team`].score;
        const points = [0, 0, 0, 0, 0];
        for (const { play } of folded.plays) {
          const quarter = Math.min(play.period, 5) - 1;
          for (const credit of play.credits) {
            if (credit.counter === 'pts' && credit.side === side) {
              points[quarter] = (points[quarter] ?? 0) + credit.by;
            }
          }
        }
        expect(points, `${name} ${side}`).toEqual([q1, q2, q3, q4, ot]);
        expect(folded.plays.at(-1)?.[side], `${name} ${side}`).toBe(total);
      }
    }
  });

  test('has as many passing as receiving yards, passing as receiving touchdowns, completions as catches', () => {
    for (const { name, folded } of games) {
      const last = folded.plays.length - 1;
      for (const side of SIDES) {
        const ours = folded.players.filter(({ player }) => player.side === side);
        const sums = naiveTotals(ours.map((line) => lineAt(folded, nfl, line, last)));
        const team = folded.teams.find((line) => line.side === side);
        if (team === undefined) throw new RangeError(`no team ${side}`);
        const line = lineAt(folded, nfl, team, last);
        expect(line.pass_yds, `${name} ${side}`).toBe(line.rec_yds);
        expect(line.pass_td, `${name} ${side}`).toBe(line.rec_td);
        expect(line.pass_cmp, `${name} ${side}`).toBe(line.rec);
        expect(sums.pass_yds, `${name} ${side}`).toBe(line.pass_yds);
        expect(sums.rec_yds, `${name} ${side}`).toBe(line.rec_yds);
      }
    }
  });

  test("has every player's and team's final line as the plain sum of the stat rows", () => {
    let lines = 0;
    for (const game of games) {
      const { name, file, folded } = game;
      const rows = rowsOf(game);
      const byId = linesById(folded);
      const last = folded.plays.length - 1;
      expect(folded.players.map(({ player }) => player.id).sort(), name).toEqual([...rows.keys()].sort());
      for (const [id, line] of byId) {
        const own =
          id === 'home' || id === 'away'
            ? counted(file).flatMap((play) => play.stats.filter((row) => sideOf(game, row.teamId) === id))
            : (rows.get(id) ?? []);
        expect(lineAt(folded, nfl, line, last), `${name} ${id}`).toEqual(naiveSum(own));
        lines += 1;
      }
    }
    expect(lines).toBeGreaterThan(285 * 60);
  });

  test('has the plain sum of the stat rows so far at random instants', () => {
    const random = randoms(2024);
    let [pairs, skipped] = [0, 0];
    for (const game of games) {
      const { name, folded } = game;
      const rows = [...rowsOf(game)];
      const lines = linesById(folded);
      const doubtful = inDoubt(game);
      const first = folded.plays[0]?.play.stamp.at ?? 0;
      const span = (folded.plays.at(-1)?.play.stamp.at ?? 0) - first + 60_000;
      for (let count = 0; count < INSTANTS; count++) {
        const instant = Math.floor(first + random() * span);
        if (doubtful(instant)) {
          skipped += 1;
          continue;
        }
        const position = folded.plays.findLastIndex(({ play }) => play.stamp.at <= instant);
        for (let pick = 0; pick < PLAYERS; pick++) {
          const [id, own] = rows[Math.floor(random() * rows.length)] ?? ['', []];
          const line = lines.get(id);
          if (line === undefined) throw new RangeError(`${name}: no line of ${id}`);
          const expected = naiveSum(own.filter(({ at }) => at <= instant));
          expect(lineAt(folded, nfl, line, position), `${name} ${id} ${instant}`).toEqual(expected);
          pairs += 1;
        }
      }
    }
    expect(pairs).toBeGreaterThan(20_000);
    expect(skipped).toBeLessThan(0.05 * games.length * INSTANTS);
  });

  test('keeps the order of play in time, each instant inside its interval, and says what it mended', () => {
    const mended: string[] = [];
    for (const { name, folded } of games) {
      const order = folded.plays.map(({ play }) => play.orderKey);
      expect(order, name).toEqual(order.toSorted((a, b) => a - b));
      for (const { play } of folded.plays) {
        const { at, earliest, latest, method, precision } = play.stamp;
        expect(at >= earliest && at <= latest, `${name} ${play.id}`).toBe(true);
        if (precision === 'millisecond') expect(latest).toBe(earliest);
        if (method === 'feed' && precision === 'second') expect(latest).toBe(earliest + 999);
        if (play.credits.length > 0 && method !== 'feed')
          expect(play.note, `${name} ${play.id}`).not.toBeNull();
        if (play.note !== null) mended.push(`${name} ${play.id}`);
      }
    }
    // One in two thousand.
    expect(mended.length).toBeLessThan(30);
    expect(mended).toContain('2024_10_DEN_KC.json.gz 3696');
  });

  test('dates games where they are played and has values of two bytes', () => {
    const opening = games.find(({ name }) => name.startsWith('2024_01_BAL_KC'))?.folded.game;
    expect(opening?.date).toBe('2024-09-05');
    expect(opening?.venue?.zone).toBe('America/Chicago');
    expect(games.every(({ folded }) => folded.game.venue?.zone)).toBe(true);
    for (const { name, folded } of games) {
      const lines = [...folded.players, ...folded.teams];
      expect(
        lines.every(({ final }) => final.every((value) => Math.abs(value) < 2 ** 15)),
        name,
      ).toBe(true);
    }
  });
});

function naiveTotals(lines: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const line of lines) {
    for (const [counter, value] of Object.entries(line)) sums[counter] = (sums[counter] ?? 0) + value;
  }
  return sums;
}
