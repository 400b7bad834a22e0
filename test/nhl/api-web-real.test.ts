/** The real api-web play-by-play: counts against the file's own figures, intervals against a game with instants. */
import { expect, test } from 'vitest';
import { secondsTo, stampOf, USUAL } from '../../src/feeds/nhl/api-web/pace.ts';
import { finalLine, linesById } from '../fold/reader.ts';
import { describeReal, realDocument } from '../setup/real-data.ts';
import { fold, nhl, read } from './nhl.ts';

interface Raw {
  homeTeam: { score: number; sog: number };
  awayTeam: { score: number; sog: number };
  plays: {
    eventId: number;
    sortOrder: number;
    typeDescKey: string;
    periodDescriptor: { number: number };
    timeRemaining: string;
    details?: { homeScore?: number; awayScore?: number };
  }[];
}

describeReal('2024030413, of api-web play-by-play', () => {
  const document = realDocument('nhl', 'api-web_play-by-play_2024030413.json.gz');
  const raw = (document.content.kind === 'json' ? document.content.value : null) as Raw;
  const folded = fold(document);
  const { plays } = folded;

  test('has the score after every goal, by period and at the end, and reconciles', () => {
    for (const period of [1, 2, 3]) {
      const stated = raw.plays.findLast(
        (play) => play.typeDescKey === 'goal' && play.periodDescriptor.number <= period,
      )?.details;
      const last = plays.findLast(({ play }) => play.period === period);
      expect([last?.home, last?.away], `period ${period}`).toEqual([stated?.homeScore, stated?.awayScore]);
    }
    for (const { eventId, typeDescKey, details } of raw.plays) {
      if (typeDescKey !== 'goal') continue;
      const at = plays.find(({ play }) => play.id === String(eventId));
      expect([at?.home, at?.away]).toEqual([details?.homeScore, details?.awayScore]);
    }
    const lines = linesById(folded);
    for (const [side, team] of [
      ['home', raw.homeTeam],
      ['away', raw.awayTeam],
    ] as const) {
      const line = lines.get(side);
      const final = line === undefined ? {} : finalLine(nhl, line);
      expect([final.goals, final.shots]).toEqual([team.score, team.sog]);
    }
    expect(folded.final).toBe(true);
    expect(folded.discrepancies).toEqual([]);
    expect(plays.at(-1)?.elapsed).toBe(360_000);
  });

  test('has power-play goals, a goalie’s line and a goalie’s own penalty', () => {
    const lines = linesById(folded);
    const of = (id: string) => {
      const line = lines.get(id);
      return line === undefined ? {} : finalLine(nhl, line);
    };
    // Verhaeghe scored five against four; Skinner cleared the puck over the glass, Perry (who served) did not.
    expect(of('8477409')).toMatchObject({ games: 1, goals: 1, pp_goals: 1, shots: 4 });
    const sum = (ids: string[], counter: string) => ids.reduce((all, id) => all + (of(id)[counter] ?? 0), 0);
    expect(sum(['8479973', '8475717'], 'goals_against')).toBe(6);
    expect(sum(['8479973', '8475717'], 'shots_against')).toBe(raw.homeTeam.sog);
    expect(of('8479973').pim).toBe(2);
    expect(of('8470621').pim).toBe(0);
    // Forty dress, one of each side's goalies sits.
    const took = folded.players.filter(({ player }) => of(player.id).games === 1);
    expect(took).toHaveLength(39);
  });

  test('claims no instant: intervals rise with the game, hold the best instant, and are as wide as ignorance', () => {
    const order = [...raw.plays].sort((a, b) => a.sortOrder - b.sortOrder);
    expect(plays.map(({ play }) => play.id)).toEqual(order.map(({ eventId }) => String(eventId)));
    let before = { at: 0, earliest: 0, latest: 0 };
    for (const { play } of plays) {
      const { at, earliest, latest, precision, method } = play.stamp;
      expect([precision, method]).toEqual(['game', 'interpolated']);
      expect(earliest <= at && at <= latest).toBe(true);
      expect(before.at <= at && before.earliest <= earliest && before.latest <= latest).toBe(true);
      before = { at, earliest, latest };
    }
    const [first, last] = [plays[0]?.play.stamp, plays.at(-1)?.play.stamp];
    const start = Date.UTC(2025, 5, 10);
    expect(first).toMatchObject({ earliest: start, at: start + 600_000, latest: start + 7_200_000 });
    // An hour and 24 minutes at the least, six hours at the most, two and a half as usual.
    expect(
      [last?.earliest, last?.at, last?.latest].map((at) => Math.round(((at ?? 0) - start) / 60_000)),
    ).toEqual([84, 152, 360]);
  });

  test('says who, where and when', () => {
    expect(read(document)).toMatchObject({
      id: '2024030413',
      part: { season: '2024-25', type: 'playoffs' },
      date: '2025-06-09',
      scheduledAt: Date.UTC(2025, 5, 10),
      feed: 'nhl_api_web',
      version: null,
      home: { id: '13', tricode: 'FLA', city: 'Florida', name: 'Panthers' },
      away: { id: '22', tricode: 'EDM' },
      venue: { name: 'Amerant Bank Arena', city: 'Sunrise' },
    });
  });
});

describeReal('intervals from the pace', () => {
  test('hold every real instant of 2022020148; the best is never four minutes off', () => {
    const game = read(realDocument('nhl', 'feed_live_2022020148_second_intermission.json.gz'));
    const worst = Math.max(
      ...game.plays
        .filter(({ raw }) => !/GAME_SCHEDULED|PERIOD_READY|PERIOD_OFFICIAL/.test(raw))
        .map(({ stamp, period, clock }) => {
          const moment = { period, run: 1200 - clock / 100, attempts: 0 };
          const told = stampOf(moment, 'regular', game.scheduledAt ?? 0);
          expect(told.earliest <= stamp.at && stamp.at <= told.latest, `${period} ${clock}`).toBe(true);
          return Math.abs(told.at - stamp.at) / 1000;
        }),
    );
    expect(worst).toBeGreaterThan(30);
    expect(worst).toBeLessThan(240);
  });

  test('give playoffs a whole intermission and a whole period of overtime', () => {
    const moment = { period: 5, run: 0, attempts: 0 };
    const [regular, playoffs] = (['regular', 'playoffs'] as const).map((type) =>
      secondsTo(moment, type, USUAL),
    );
    expect((playoffs ?? 0) - (regular ?? 0)).toBeCloseTo(900 * USUAL.second + 2 * (19 * 60 - 2 * 60));
  });
});
