import { afterAll, beforeAll, expect, test } from 'vitest';
import { comparePlays, type Play } from '../../src/plays/play.ts';
import { asking, type Reply } from '../http/api.ts';
import { realNfl } from '../nfl/nfl-games.ts';
import { cloneDatabase, type TestDatabase } from '../setup/database.ts';
import { loadAll } from '../setup/loading.ts';
import { describeReal, realPath } from '../setup/real-data.ts';

const FILES = ['2024_01_BAL_KC.json.gz', '2024_01_GB_PHI.json.gz'];

describeReal('a sport whose counters may go down', () => {
  let database: TestDatabase & { close(): Promise<void> };
  let ask: (path: string) => Promise<Reply>;
  beforeAll(async () => {
    database = await cloneDatabase();
    const reports = await loadAll(database.pool, ...FILES.map((name) => realPath('nfl', '2024', name)));
    expect(reports.map(({ outcome }) => outcome)).toEqual(FILES.map(() => 'loaded'));
    ask = asking(database.pool);
  });
  afterAll(() => database.close());

  const games = () => FILES.map((name) => realNfl('2024', name));

  test('a team scored in each quarter what the file’s own summary says', async () => {
    for (const { file } of games()) {
      for (const side of ['homeTeam', 'awayTeam'] as const) {
        for (const [position, quarter] of (['q1', 'q2', 'q3', 'q4'] as const).entries()) {
          const query = `game_id=${file.id}&period=${position + 1}`;
          const { body } = await ask(`/v1/nfl/teams/${file[side].id}/interval?${query}`);
          expect(body.counters.pts, `${file.id} ${side} ${quarter}`).toBe(file.summary[side].score[quarter]);
        }
      }
    }
  });

  test('yards reached in the middle of a game count, though some of them were lost again', async () => {
    let lost = 0;
    for (const { folded } of games()) {
      for (const { id } of folded.game.players) {
        const course = courseOf(folded.game.plays, id);
        const [peak = 0, end = 0] = [Math.max(0, ...course.map(({ yards }) => yards)), course.at(-1)?.yards];
        if (peak <= 0 || peak === end) continue;
        lost++;
        const first = course.find(({ yards }) => yards >= peak)?.play;
        const path = `/v1/nfl/players/${id}/milestones?counter=rush_yds&reaches=${peak}&scope=game`;
        const { body } = await ask(path);
        expect([body.reached?.play_id, body.reached?.value], path).toEqual([first?.id, peak]);
        expect((await ask(path.replace(`=${peak}`, `=${peak + 1}`))).body.reached).toBeNull();
      }
    }
    expect(lost).toBeGreaterThan(0);
  });

  test('leaders are those of the sums of the plays', async () => {
    const yards = games().flatMap(({ folded }) => {
      const { players, plays } = folded.game;
      return players.map(({ id }) => courseOf(plays, id).at(-1)?.yards ?? 0);
    });
    const query = 'counter=rush_yds&scope=career&as_of=2025-06-01T00:00:00Z&limit=5';
    const { body } = await ask(`/v1/nfl/leaders?${query}`);
    expect(body.leaders.map(({ value }: { value: number }) => value)).toEqual(
      yards.sort((a, b) => b - a).slice(0, 5),
    );
  });
});

/** Somebody's rushing yards play by play. */
function courseOf(plays: readonly Play[], id: string): { play: Play; yards: number }[] {
  let yards = 0;
  return plays.toSorted(comparePlays).map((play) => {
    for (const { playerId, counter, by } of play.credits) {
      if (playerId === id && counter === 'rush_yds') yards += by;
    }
    return { play, yards };
  });
}
