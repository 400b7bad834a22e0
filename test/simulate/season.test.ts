import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { SimulatedGame } from '../../src/simulate/game.ts';
import { scheduleFile } from '../../src/simulate/schedule-file.ts';
import { seasonSchedule, simulateSeason } from '../../src/simulate/season.ts';
import { writeSeasons } from '../../src/simulate/write.ts';
import { SEASON, small } from './games.ts';

describe('a season', () => {
  test.each([
    { teams: 30, gamesPerTeam: 82, games: 1230 },
    { teams: 6, gamesPerTeam: 10, games: 30 },
    { teams: 2, gamesPerTeam: 3, games: 3 },
  ])('of $teams teams and $gamesPerTeam games a team is balanced', ({ teams, gamesPerTeam, games }) => {
    for (const seed of [1, 2, 3]) {
      const schedule = seasonSchedule({ seed, season: SEASON, teams, gamesPerTeam });
      expect(schedule).toHaveLength(games);
      const played = new Map<number, number>();
      const homes = new Map<number, number>();
      const perDay = new Set<string>();
      for (const { home, away, date } of schedule) {
        homes.set(home.teamId, (homes.get(home.teamId) ?? 0) + 1);
        for (const { teamId } of [home, away]) {
          played.set(teamId, (played.get(teamId) ?? 0) + 1);
          expect(perDay.has(`${date} ${teamId}`), `seed ${seed}: ${teamId} twice on ${date}`).toBe(false);
          perDay.add(`${date} ${teamId}`);
        }
      }
      expect([...played.values()].every((count) => count === gamesPerTeam)).toBe(true);
      for (const count of homes.values()) expect(Math.abs(2 * count - gamesPerTeam)).toBeLessThanOrEqual(4);
      expect(schedule.map(({ date }) => date)).toEqual(schedule.map(({ date }) => date).toSorted());
    }
  });

  test('has ids of the demo league, or of the NBA where wanted', () => {
    const [first] = seasonSchedule(small(1));
    expect(first?.gameId).toBe('9922300001');
    const [asNba] = seasonSchedule({ ...small(1), prefix: '00' });
    expect(asNba?.gameId).toBe('0022300001');
  });

  test('keeps most players from one season to the next, and lets some go', () => {
    const people = (season: string): Set<number> =>
      new Set(
        [...simulateSeason({ ...small(3), season })].flatMap(({ boxscore }) =>
          [...boxscore.game.homeTeam.players, ...boxscore.game.awayTeam.players].map(
            ({ personId }) => personId,
          ),
        ),
      );
    const [before, after] = [people('2022-23'), people('2023-24')];
    const kept = [...before].filter((id) => after.has(id)).length;
    expect(kept).toBeGreaterThan(before.size / 2);
    expect(kept).toBeLessThan(before.size);
  });

  test('is written as files, the schedule naming every game', async () => {
    const out = await mkdtemp(join(tmpdir(), 'simulate-'));
    try {
      const done: string[] = [];
      const onGame = (game: SimulatedGame): void => void done.push(game.gameId);
      const written = await writeSeasons({ ...small(4), seasons: [SEASON], out, gzip: true, onGame });
      expect(written.games).toBe(4);
      const files = await readdir(join(out, SEASON));
      const sizes = await Promise.all(
        files
          .filter((name) => name.endsWith('.gz'))
          .map(async (name) => (await readFile(join(out, SEASON, name))).length),
      );
      expect(written.bytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
      const schedule = JSON.parse(
        await readFile(join(out, SEASON, `scheduleleaguev2_${SEASON}.json`), 'utf8'),
      );
      expect(schedule).toEqual(JSON.parse(JSON.stringify(scheduleFile(SEASON, seasonSchedule(small(4))))));
      for (const id of done) expect(files).toContain(`boxscore_${id}.json.gz`);
      const [first] = simulateSeason(small(4));
      const text = gunzipSync(
        await readFile(join(out, SEASON, `playbyplay_${first?.gameId}.json.gz`)),
      ).toString();
      expect(text).toBe(JSON.stringify(first?.playbyplay));
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  });
});
