/** Rules that the two real games do not show, on hand-made ones. */
import { describe, expect, test } from 'vitest';
import { strengthOf } from '../../src/feeds/nhl/api-web/plays.ts';
import { iceHockey } from '../../src/sports/ice-hockey.ts';
import { finalLine, linesById } from '../fold/reader.ts';
import { AWAY, apiWeb, clock, feedLive, HOME, type MadeEvent } from './made-games.ts';
import { fold, made, nhl, read } from './nhl.ts';

function finals(document: unknown) {
  const folded = fold(made(document));
  const lines = new Map([...linesById(folded)].map(([id, line]) => [id, finalLine(nhl, line)]));
  return { folded, of: (who: string) => lines.get(who) ?? {} };
}

const inShootout = { periodDescriptor: { number: 5, periodType: 'SO' }, ...clock(0, 300) };
const attempt = (id: number, scored: boolean) => ({
  ...inShootout,
  typeDescKey: scored ? 'goal' : 'shot-on-goal',
  details: { [scored ? 'scoringPlayerId' : 'shootingPlayerId']: id, goalieInNetId: id > 10 ? 3 : 13 },
});

describe('a shoot-out', () => {
  const events = [attempt(1, true), attempt(11, false), attempt(2, false), attempt(12, false)];
  const over = { ...inShootout, typeDescKey: 'shootout-complete' };

  test('gives its winner one goal, and no player anything but his game', () => {
    const { folded, of } = finals(apiWeb([...events, over, { ...over, typeDescKey: 'game-end' }]));
    expect(of('home')).toMatchObject({ goals: 1, shots: 0, goals_against: 0 });
    expect(of('away')).toMatchObject({ goals: 0, shots_against: 0, goals_against: 1 });
    for (const id of ['1', '2', '3', '11', '12', '13']) {
      const rest = Object.entries(of(id)).filter(([name, value]) => name !== 'games' && value !== 0);
      expect(rest).toEqual([]);
    }
    expect(folded.final).toBe(true);
    expect(folded.plays.map(({ home }) => home)).toEqual([0, 0, 0, 0, 1, 1]);
  });

  test('is won by nobody while it goes on, and lets no clock run', () => {
    const { folded } = finals(apiWeb(events));
    expect(folded.plays.map(({ home, elapsed }) => [home, elapsed])).toEqual(events.map(() => [0, 390_000]));
    const at = folded.plays.map(({ play }) => play.stamp.at);
    expect(new Set(at).size).toBe(4);
  });

  test('of feed/live is the same', () => {
    const so = { period: 5, periodType: 'SHOOTOUT', periodTimeRemaining: '00:00' };
    const { folded, of } = finals(
      feedLive([
        { result: { eventTypeId: 'SHOT' }, about: so, cast: [['Shooter', 1]] },
        { result: { eventTypeId: 'GOAL' }, about: so, cast: [['Scorer', 11]], team: { id: AWAY } },
        { result: { eventTypeId: 'PERIOD_END' }, about: so },
        { result: { eventTypeId: 'GAME_END' }, about: so },
      ]),
    );
    expect(of('away')).toMatchObject({ goals: 1 });
    expect(of('11')).toMatchObject({ goals: 0, shots: 0 });
    expect(folded.plays.map(({ away }) => away)).toEqual([0, 0, 1, 1]);
  });
});

describe('events', () => {
  test('into an empty net count against the team, not against a goalie', () => {
    const goal = { typeDescKey: 'goal', details: { scoringPlayerId: 1, assist1PlayerId: 2 } };
    const { of } = finals(apiWeb([goal]));
    expect(of('1')).toMatchObject({ goals: 1, shots: 1 });
    expect(of('2')).toMatchObject({ assists: 1, shots: 0 });
    expect(of('away')).toMatchObject({ shots_against: 1, goals_against: 1, saves: 0 });
    expect(of('13')).toMatchObject({ games: 0, goals_against: 0 });
  });

  test('a block by a teammate is no block', () => {
    const blocked = (blockingPlayerId: number) => ({
      typeDescKey: 'blocked-shot',
      details: { shootingPlayerId: 1, blockingPlayerId },
    });
    const { of } = finals(apiWeb([blocked(2), blocked(11)]));
    expect([of('2').blocked, of('11').blocked, of('1').shot_attempts]).toEqual([0, 1, 2]);
  });

  test('a bench penalty is the team’s in both feeds', () => {
    const web = finals(
      apiWeb([
        {
          typeDescKey: 'penalty',
          details: { typeCode: 'BEN', duration: 2, servedByPlayerId: 2, eventOwnerTeamId: HOME },
        },
      ]),
    );
    const bench: MadeEvent = {
      result: { eventTypeId: 'PENALTY', penaltySeverity: 'Bench Minor', penaltyMinutes: 2 },
      cast: [['PenaltyOn', 2]],
    };
    const live = finals(feedLive([bench]));
    for (const { of, folded } of [web, live]) {
      expect([of('home').pim, of('2').pim]).toEqual([2, 0]);
      expect(folded.plays[0]?.play.playerId).toBeNull();
    }
  });

  test.each([
    ['1551', 'home', 'even'],
    ['1451', 'home', 'power_play'],
    ['1451', 'away', 'short_handed'],
    ['0651', 'away', 'even'],
    ['0641', 'away', 'power_play'],
    ['1560', 'home', 'even'],
    ['1460', 'home', 'power_play'],
    ['1331', 'away', 'even'],
  ] as const)('with %s on the ice the %s side scores %s', (situation, side, strength) => {
    expect(strengthOf(situation, side)).toBe(strength);
  });

  test('of neighbours with crossed clocks stand in sortOrder, with rising instants', () => {
    const { plays } = read(
      made(apiWeb([{ ...clock(10) }, { ...clock(8) }, { ...clock(11), sortOrder: 15 }])),
    );
    expect(plays.map(({ id }) => id)).toEqual(['1', '3', '2']);
    const at = plays.map(({ stamp }) => stamp.at);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(plays.map((play) => play.clock)).toEqual([119_000, 118_900, 119_200]);
  });
});

test('overtime of the playoffs has a clock of twenty minutes', () => {
  const play = { periodDescriptor: { number: 4, periodType: 'OT' }, ...clock(600) };
  const playoffs = apiWeb([play], { id: 2022030148 });
  expect(read(made(playoffs)).plays[0]?.clock).toBe(60_000);
  expect(() => read(made(apiWeb([play])))).toThrow('is not a time in a period of 5 minutes');
});

test('derived figures follow their counters, and are null over nothing', () => {
  const figures = (counters: Record<string, number | null>) =>
    Object.fromEntries(iceHockey.derived.map(({ name, of }) => [name, of(counters)]));
  expect(
    figures({
      games: 4,
      goals: 2,
      assists: 3,
      shots: 8,
      saves: 9,
      shots_against: 10,
      faceoff_wins: 1,
      faceoffs_taken: 3,
      pp_goals: 1,
      pp_assists: 0,
    }),
  ).toMatchObject({
    points: 5,
    points_per_game: 1.25,
    pp_points: 1,
    shooting_pct: 0.25,
    save_pct: 0.9,
    faceoff_pct: 0.333,
  });
  expect(new Set(Object.values(figures({ shots: 0, goals: 0, assists: null })))).toEqual(new Set([null]));
});
