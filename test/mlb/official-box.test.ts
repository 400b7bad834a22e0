import { expect, test } from 'vitest';
import { SIDES } from '../../src/plays/play.ts';
import { finalLine, lineAt, linesById } from '../fold/reader.ts';
import { describeReal } from '../setup/real-data.ts';
import { foldDocument, mlb, realGame } from './league.ts';
import { rawGame } from './raw.ts';

const BATTING = {
  plateAppearances: 'pa',
  atBats: 'ab',
  hits: 'h',
  doubles: 'doubles',
  triples: 'triples',
  homeRuns: 'hr',
  rbi: 'rbi',
  runs: 'r',
  baseOnBalls: 'bb',
  strikeOuts: 'so',
  hitByPitch: 'hbp',
  stolenBases: 'sb',
  totalBases: 'tb',
};
const PITCHING = {
  battersFaced: 'p_bf',
  atBats: 'p_ab',
  hits: 'p_h',
  doubles: 'p_doubles',
  triples: 'p_triples',
  homeRuns: 'p_hr',
  baseOnBalls: 'p_bb',
  strikeOuts: 'p_so',
  hitByPitch: 'p_hbp',
  runs: 'p_r',
  earnedRuns: 'p_er',
  outs: 'p_outs',
  numberOfPitches: 'p_pitches',
  balls: 'p_balls',
  strikes: 'p_strikes',
};
/** Cells beyond the 412, which are exact too. */
const MORE = { caughtStealing: 'cs', sacBunts: 'sh', sacFlies: 'sf' };

describeReal('World Series game 5 of 2022', () => {
  const folded = foldDocument(realGame(), '715720');
  const { linescore, boxscore, plays } = rawGame().liveData;

  test('has every official cell of every player: 412', () => {
    const lines = linesById(folded);
    let cells = 0;
    const hold = (ours: Record<string, number>, box: Record<string, number>, names: object, who: string) => {
      if (Object.keys(box).length === 0) return 0;
      for (const [cell, counter] of Object.entries(names)) {
        expect(ours[counter], `${who} ${cell}`).toBe(box[cell]);
      }
      return Object.keys(names).length;
    };
    for (const side of SIDES) {
      const { players, teamStats } = boxscore.teams[side];
      for (const { person, stats } of Object.values(players)) {
        const line = lines.get(String(person.id));
        if (line === undefined) throw new RangeError(`no line of ${person.fullName}`);
        const ours = finalLine(mlb, line);
        cells += hold(ours, stats.batting, BATTING, person.fullName);
        cells += hold(ours, stats.pitching, PITCHING, person.fullName);
        hold(ours, stats.batting, MORE, person.fullName);
        expect(ours.e, person.fullName).toBe(stats.fielding.errors ?? 0);
      }
      const team = lines.get(side);
      if (team === undefined) throw new RangeError(`no line of ${side}`);
      const ours = finalLine(mlb, team);
      hold(ours, teamStats.batting, { ...BATTING, ...MORE }, side);
      hold(ours, teamStats.pitching, PITCHING, side);
    }
    expect(cells).toBe(412);
  });

  test('has the line score inning by inning: runs, hits, errors', () => {
    expect(linescore.innings).toHaveLength(9);
    const lines = linesById(folded);
    const counters = { runs: 'r', hits: 'h', errors: 'e' } as const;
    for (const side of SIDES) {
      const line = lines.get(side);
      if (line === undefined) throw new RangeError(`no line of ${side}`);
      const after = (inning: number) =>
        lineAt(
          folded,
          mlb,
          line,
          folded.plays.findLastIndex(({ play }) => play.period <= inning),
        );
      for (const inning of linescore.innings) {
        for (const [cell, counter] of Object.entries(counters) as ['runs' | 'hits' | 'errors', string][]) {
          const gained = (after(inning.num)[counter] ?? 0) - (after(inning.num - 1)[counter] ?? 0);
          expect(gained, `${side} ${cell} in inning ${inning.num}`).toBe(inning[side][cell]);
        }
      }
      expect(after(9)).toMatchObject({ r: linescore.teams[side].runs, h: linescore.teams[side].hits });
    }
    expect(folded.plays.at(-1)).toMatchObject({ home: 2, away: 3 });
  });

  test('is over and reconciles with all the feed states', () => {
    expect(folded.final).toBe(true);
    expect(folded.discrepancies).toEqual([]);
    expect(folded.game.box?.score).toEqual({ home: 2, away: 3 });
    expect(folded.game.plays.filter((play) => play.statedScore !== null)).toHaveLength(78);
  });

  test('gives a game to those who were in it, and to no one else', () => {
    for (const side of SIDES) {
      const { battingOrder, pitchers } = boxscore.teams[side];
      const players = folded.players.filter(({ player }) => player.side === side);
      expect(players).toHaveLength(26);
      const played = players.filter((line) => finalLine(mlb, line).games === 1);
      expect(played.map(({ player }) => player.id)).toEqual(
        players.filter(({ player }) => player.played).map(({ player }) => player.id),
      );
      const starters = players.filter(({ player }) => player.starter).map(({ player }) => Number(player.id));
      // The order is that of the game's end, when Mancini had taken Gurriel's place.
      const order = battingOrder.map((id) => (id === 641820 ? 493329 : id));
      expect(starters.sort()).toEqual([...order, pitchers[0]].sort());
    }
  });

  test('is told play by play: every event at its own instant, every result at its end', () => {
    const { allPlays } = plays;
    const events = allPlays.reduce((sum, { playEvents }) => sum + playEvents.length, 0);
    // All but two: pre-game and warm-up are told as events of the first batter, hours before the first pitch.
    expect(folded.plays).toHaveLength(events + allPlays.length - 2);
    expect(folded.plays[0]?.play).toMatchObject({ id: '0.2', description: 'Status Change - In Progress' });
    expect(folded.plays[0]?.play.stamp.at).toBe(Date.parse('2022-11-04T00:05:45.901Z'));
    const by = new Map(folded.plays.map(({ play }) => [play.id, play]));
    const iso = (id: string) => new Date(by.get(id)?.stamp.at ?? 0).toISOString();
    // A steal and a pitch of Mancini's plate appearance, and its result.
    expect(by.get('63.5')).toMatchObject({ kind: 'stolen_base_2b', playerId: '608324', orderKey: 63_005 });
    expect(iso('63.5')).toBe('2022-11-04T03:15:26.888Z');
    expect(iso('63.6')).toBe('2022-11-04T03:15:45.965Z');
    expect(iso('63')).toBe('2022-11-04T03:16:16.233Z');
    expect(by.get('63')).toMatchObject({ kind: 'strikeout', period: 8, clock: 300 });
    // A mound visit before the plate appearance keeps its own instant.
    expect(iso('27.0')).toBe('2022-11-04T01:15:04.570Z');
    expect(JSON.parse(by.get('27.0')?.raw ?? '')).toMatchObject({ index: 0, type: 'action' });
    expect(JSON.parse(by.get('27')?.raw ?? '')).toMatchObject({ atBatIndex: 27 });
    folded.plays.forEach(({ play }, position) => {
      expect(folded.game.plays[position], `the order of instants at ${play.id}`).toBe(play);
    });
    const ends = folded.plays.flatMap(({ play }) => (play.ends === null ? [] : [[play.period, play.ends]]));
    expect(ends).toEqual([...[1, 2, 3, 4, 5, 6, 7, 8].map((inning) => [inning, 'period']), [9, 'game']]);
  });

  test('counts outs on the game clock as the runners were put out', () => {
    let made = 0;
    for (const { play } of folded.plays) {
      for (const { counter, by } of play.credits) if (counter === 'p_outs') made += by;
      // An event shows the outs before it; the result those after it.
      if (!play.id.includes('.')) expect((play.period - 1) * 6 + 6 - play.clock / 100, play.id).toBe(made);
    }
    expect(made).toBe(54);
    expect(folded.plays.at(-1)?.elapsed).toBe(5400);
  });

  test('carries date, season part, version, venue, umpires and teams', () => {
    expect(folded.game).toMatchObject({
      id: '715720',
      part: { season: '2022', type: 'playoffs' },
      date: '2022-11-03',
      scheduledAt: Date.UTC(2022, 10, 4, 0, 3),
      feed: 'mlb_statsapi',
      version: { madeAt: Date.UTC(2022, 10, 4, 4, 3, 16), editedAt: 0 },
      home: { id: '143', tricode: 'PHI', city: 'Philadelphia', name: 'Phillies' },
      away: { id: '117', tricode: 'HOU', city: 'Houston', name: 'Astros' },
      venue: { id: '2681', name: 'Citizens Bank Park', city: 'Philadelphia', zone: 'America/New_York' },
    });
    expect(folded.game.officials).toHaveLength(6);
  });
});
