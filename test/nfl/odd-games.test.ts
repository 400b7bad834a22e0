import { expect, test } from 'vitest';
import { type Play, SIDES } from '../../src/plays/play.ts';
import { finalLine, lineAt } from '../fold/reader.ts';
import { describeReal } from '../setup/real-data.ts';
import { naiveSum } from './naive-sum.ts';
import { counted, nfl, type RealGame, readNfl, realNfl } from './nfl-games.ts';

const iso = (instant: number | null | undefined) => new Date(instant ?? Number.NaN).toISOString();

function playOf({ folded }: RealGame, id: string): Play {
  const play = folded.plays.find((candidate) => candidate.play.id === id)?.play;
  if (play === undefined) throw new RangeError(`no play ${id}`);
  return play;
}

function named({ folded }: RealGame, name: string): Record<string, number> {
  const line = folded.players.find(({ player }) => player.name === name);
  if (line === undefined) throw new RangeError(`no player ${name}`);
  return finalLine(nfl, line);
}

function score({ folded }: RealGame): string {
  return SIDES.map((side) => folded.plays.at(-1)?.[side]).join('-');
}

describeReal("2003_01_NYJ_WAS, whose Z is false: times are the venue's local ones", () => {
  const game = () => realNfl('odd', '2003_01_NYJ_WAS.json.gz');

  test('kicks off at nine minutes past nine in the evening, Eastern', () => {
    const { folded } = game();
    const kickoff = folded.plays.find(({ play }) => play.kind === 'kickoff')?.play;
    expect(iso(kickoff?.stamp.at)).toBe('2003-09-05T01:09:06.000Z');
    expect(kickoff?.stamp).toMatchObject({ precision: 'second', method: 'feed' });
    expect(iso(folded.game.scheduledAt)).toBe('2003-09-05T01:00:00.000Z');
    expect(folded.game.date).toBe('2003-09-04');
  });

  test('says so at every play it moved, and reconciles', () => {
    const read = game();
    const stamped = counted(read.file).filter((play) => play.playStartTime !== null);
    expect(stamped.length).toBeGreaterThan(130);
    for (const { playId, playStartTime } of stamped) {
      const play = playOf(read, String(playId));
      expect(play.note, play.id).toContain(
        "the venue's local time with a Z that means UTC; read in America/New_York",
      );
      expect(play.stamp.earliest - Date.parse(playStartTime ?? '')).toBe(4 * 3_600_000);
    }
    expect(read.folded.discrepancies).toEqual([]);
    expect(score(read)).toBe('16-13');
  });

  test('is refused where nothing tells the zone of its local times', () => {
    const { file } = game();
    const venue = { ...file.venue, city: 'Nowhere' };
    expect(() => readNfl({ kind: 'json', value: { ...file, venue } })).toThrow(
      /\$\.time: .*zone is not known/,
    );
  });

  test('gives its last kickoff, which has no stamp, the time left after the one before it', () => {
    const read = game();
    const [before, last] = [playOf(read, '3209'), playOf(read, '3228')];
    expect(last.stamp).toMatchObject({
      method: 'interpolated',
      precision: 'game',
      earliest: before.stamp.at,
    });
    expect(last.stamp.latest - last.stamp.earliest).toBe(900_000);
  });
});

describeReal('2016_08_WAS_CIN, one play of which is stamped twenty hours late', () => {
  const game = () => realNfl('odd', '2016_08_WAS_CIN.json.gz');

  test('places it between its neighbours, and says so', () => {
    const read = game();
    const [before, late, after] = ['2782', '2799', '2833'].map((id) =>
      read.folded.plays.findIndex(({ play }) => play.id === id),
    );
    expect(late).toBe((after ?? 0) - 1);
    expect(before).toBeLessThan(late ?? 0);
    const { stamp, note } = playOf(read, '2799');
    expect(stamp).toMatchObject({ method: 'interpolated', precision: 'game' });
    expect([iso(stamp.earliest), iso(stamp.latest)]).toEqual([
      '2016-10-30T15:41:57.000Z',
      '2016-10-30T15:43:34.000Z',
    ]);
    expect(note).toBe('stamped 2016-10-31T11:43:04Z, which contradicts its neighbours; not believed');
  });

  test('mends nothing else, and is the tie it was', () => {
    const read = game();
    expect(read.folded.plays.filter(({ play }) => play.note !== null).map(({ play }) => play.id)).toEqual([
      '2799',
    ]);
    expect(read.folded.discrepancies).toEqual([]);
    expect(read.folded.final).toBe(true);
    expect(score(read)).toBe('27-27');
    expect(read.folded.game).toMatchObject({ date: '2016-10-30', venue: { zone: 'Europe/London' } });
  });
});

describeReal('2011_13_DET_NO, which holds most of two quarters twice', () => {
  const game = () => realNfl('odd', '2011_13_DET_NO.json.gz');

  test('adds up to 45-24 in the file, and to the official 31-17 without the second copies', () => {
    const read = game();
    const points = (teamId: string) =>
      naiveSum(counted(read.file).flatMap((play) => play.stats.filter((row) => row.teamId === teamId))).pts;
    expect([points(read.file.homeTeam.id), points(read.file.awayTeam.id)]).toEqual([45, 24]);
    expect(score(read)).toBe('31-17');
    expect(read.folded.discrepancies).toEqual([]);
  });

  test('has the passers of the official box', () => {
    const read = game();
    expect(named(read, 'D.Brees')).toMatchObject({ pass_cmp: 26, pass_att: 36, pass_yds: 342, pass_td: 3 });
    expect(named(read, 'M.Stafford')).toMatchObject({
      pass_cmp: 31,
      pass_att: 44,
      pass_yds: 408,
      pass_int: 1,
    });
  });

  test('drops the second of two plays alike, and notes it at the first', () => {
    const read = game();
    const kept = read.folded.plays.filter(({ play }) => play.note?.includes('stands twice'));
    const dropped = counted(read.file).length - read.folded.plays.length;
    expect(kept).toHaveLength(dropped);
    expect(dropped).toBe(47);
    expect(playOf(read, '1129').note).toBe(
      'stands twice in the file; the second copy, play 1152, is left out',
    );
    expect(() => playOf(read, '1152')).toThrow();
  });

  test('lets the clock of no quarter go up in the plays kept', () => {
    const { plays } = game().folded;
    for (const quarter of [1, 2, 3, 4]) {
      const clocks = plays.filter(({ play }) => play.period === quarter).map(({ play }) => play.clock);
      expect(clocks, `quarter ${quarter}`).toEqual(clocks.toSorted((a, b) => b - a));
    }
  });

  test('bounds what has no stamp, with the kickoff stamped fifty minutes late, by what the clocks allow', () => {
    const read = game();
    const { stamp, note } = playOf(read, '632');
    expect(note).toContain('stamped 2011-12-05T02:40:20Z');
    expect([iso(stamp.earliest), iso(stamp.latest)]).toEqual([
      '2011-12-05T01:48:40.000Z',
      '2011-12-05T03:07:47.000Z',
    ]);
    expect(stamp.method).toBe('interpolated');
    expect(read.folded.game.scheduledAt).toBeNull();
    expect(read.folded.plays.some(({ play }) => play.note?.includes('the scheduled time'))).toBe(true);
  });

  test('leaves the copies where dropping them does not give the scoreboard', () => {
    const { file } = game();
    const { summary } = structuredClone(file);
    summary.homeTeam.score.q2 = 20;
    const plays = readNfl({ kind: 'json', value: { ...file, summary } }).plays;
    expect(plays).toHaveLength(counted(file).length);
  });

  test('has the sum of the plays kept in every line', () => {
    const { folded, file } = game();
    const kept = new Set(folded.plays.map(({ play }) => play.id));
    const rows = counted(file)
      .filter((play) => kept.has(String(play.playId)))
      .flatMap((play) => play.stats);
    for (const line of folded.players) {
      const own = rows.filter((row) => row.gsisPlayerId === line.player.id);
      expect(lineAt(folded, nfl, line, folded.plays.length - 1), line.player.name).toEqual(naiveSum(own));
    }
  });
});
