import { describe, expect, test } from 'vitest';
import { BadInput } from '../../src/feeds/bad-input.ts';
import type { Content } from '../../src/feeds/document.ts';
import { SOCCER_FORMATS } from '../../src/feeds/soccer/formats.ts';
import { readStatsBombGame } from '../../src/feeds/soccer/statsbomb.ts';
import { SCHEDULE_COLUMNS } from '../../src/feeds/soccer/statsbomb-schedule.ts';
import { readStatsPerformGame } from '../../src/feeds/soccer/statsperform.ts';
import { bundle, json, MATCH_ID, SCHEDULE_ROW, scheduleOf } from './matches.ts';
import { events, ma3, matchInfo, statsBombGame, statsPerformGame } from './small-matches.ts';

describe('Stats Perform', () => {
  test.each([
    ['timeStamp', '', '.timeStamp'],
    ['timeStamp', '2021-09-11T18:30:06', '.timeStamp'],
    ['timeStamp', '1900-01-01T00:00:00Z', '.timeStamp'],
    ['timeStamp', undefined, '.timeStamp'],
    ['timeStamp', '2021-09-11T13:30:06Z', ''],
    ['timeStamp', '2021-09-21T18:30:06Z', ''],
    ['timeStamp', '2055-09-11T18:30:06Z', ''],
    ['lastModified', 'yesterday', '.lastModified'],
    ['typeId', '16', '.typeId'],
    ['outcome', 2, '.outcome'],
    ['periodId', 9, '.periodId'],
    ['timeMin', 61, '.timeMin'],
    ['timeSec', 60, '.timeSec'],
    ['contestantId', 'third', '.contestantId'],
    ['id', 100, ''],
  ])('with %s %j is refused at its place', (field, value, place) => {
    const bad = () => statsPerformGame([{}, { [field]: value }]);
    expect(bad).toThrow(`ma3.json: $.liveData.event[3]${place}: `);
  });

  const read = (header: Record<string, unknown>) =>
    readStatsPerformGame(bundle('match', ma3([], header), null));

  test.each([
    ['tournamentCalendar', { name: '2022' }, '.tournamentCalendar.name'],
    ['date', '11.09.2021', '.date'],
    ['contestant', [], '.contestant'],
  ])('with a header whose %s is %j is refused at its place', (field, value, place) => {
    expect(() => read({ [field]: value })).toThrow(`ma3.json: $.matchInfo${place}: `);
  });

  test('without an event, or with a line-up that is not eleven, is refused', () => {
    const empty = json('ma3.json', { matchInfo: matchInfo(), liveData: { event: [] } });
    expect(() => readStatsPerformGame(bundle('match', empty, null))).toThrow(/without events/);
    const short = { typeId: 34, periodId: 16, qualifier: [{ qualifierId: 30, value: 'h1, h2' }] };
    expect(() => statsPerformGame([short])).toThrow(/line-up has 0 players in the formation/);
  });

  test('with a box that is not one is refused in the box', () => {
    const box = json('ma1.json', { matchInfo: matchInfo(), liveData: { matchDetails: {} } });
    expect(() => statsPerformGame([], box)).toThrow('ma1.json: $.liveData.lineUp: ');
  });

  test('with a box that has other teams, or a player twice, is refused in the box', () => {
    const player = { playerId: 'h1', matchName: 'H. One', position: 'Goalkeeper' };
    const ma1 = (header: Record<string, unknown>, ...lineUp: unknown[]) =>
      json('ma1.json', { matchInfo: matchInfo(header), liveData: { matchDetails: {}, lineUp } });
    const home = { contestantId: 'home', player: [player] };
    expect(() => statsPerformGame([], ma1({}, home, { contestantId: 'third', player: [] }))).toThrow(
      'ma1.json: $.liveData.lineUp[1].contestantId: ',
    );
    for (const other of ['home', 'away']) {
      const twice = ma1({}, home, { contestantId: other, player: [player] });
      expect(() => statsPerformGame([], twice)).toThrow('player h1 stands there twice');
    }
    const contestant = [
      { id: 'away', name: 'Aways', position: 'home' },
      { id: 'home', name: 'Homers', position: 'away' },
    ];
    expect(() => statsPerformGame([], ma1({ contestant }, home))).toThrow(
      'ma1.json: $.matchInfo.contestant: the box score has team away here, the game has team home',
    );
  });
});

function filledIn(row: string): string {
  return row.replace('YYYY-YY', '2018-19').replace('YYYY-MM-DDThh:mm:ss+hh:mm', '2018-09-23T20:45:00+02:00');
}

/** The lines that a refusal puts in quotes. */
function linesIn(message: string): string[] {
  return [...message.matchAll(/"([^"]+)"/g)].map(([, line]) => line ?? '');
}

function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof BadInput) return error.message;
    throw error;
  }
  throw new RangeError('it was not refused');
}

describe('StatsBomb', () => {
  const schedule = scheduleOf(SCHEDULE_ROW)[0] ?? null;
  const document = json('15986.json', events([{}]));

  test('without a schedule is refused, saying what to load', () => {
    const unscheduled = bundle('15987', document, null);
    expect(() => readStatsBombGame(unscheduled)).toThrow(/no date and no wall clock; load a soccer schedule/);
    const [header, row] = linesIn(refusalOf(() => readStatsBombGame(unscheduled)));
    expect(header).toBe(SCHEDULE_COLUMNS.join(','));
    const [entry = null] = scheduleOf(filledIn(row ?? ''));
    expect(readStatsBombGame({ ...unscheduled, schedule: entry }).home.id).toBe('217');
    const undated = schedule === null ? null : { ...schedule, scheduledAt: null };
    expect(() => readStatsBombGame(bundle(MATCH_ID, document, null, undated))).toThrow(/kick-off/);
  });

  test('in a file that does not say of which match is refused', () => {
    expect(() => readStatsBombGame(bundle('', document, null, schedule))).toThrow(/name it by the match id/);
  });

  test.each([
    ['timestamp', '1:00', '.timestamp'],
    ['period', 6, '.period'],
    ['index', 3, '.index'],
    ['id', 'event-1', ''],
    ['team', { id: 1, name: 'Third' }, '.team.id'],
    ['type', null, '.type'],
  ])('with %s %j is refused at its place', (field, value, place) => {
    expect(() => statsBombGame([{}, { [field]: value }])).toThrow(`15986.json: $[1]${place}: `);
  });

  test('with an event of an earlier period after a later one is refused', () => {
    expect(() => statsBombGame([{ period: 2 }, { period: 1 }])).toThrow('period 1 after period 2');
  });

  test('with line-ups of another match is refused in the line-ups', () => {
    const team = (team_id: number) => ({ team_id, team_name: 'T', lineup: [] });
    const other = json('lineups.json', [team(217), team(5)]);
    expect(() => statsBombGame([{}], other)).toThrow('lineups.json: $[1].team_id: ');
    const one = { player_id: 1, player_name: 'One' };
    const twice = json(
      'lineups.json',
      [team(217), team(211)].map((lineUp) => ({ ...lineUp, lineup: [one] })),
    );
    expect(() => statsBombGame([{}], twice)).toThrow('lineups.json: $: player 1 stands there twice');
  });

  test.each([
    ['season', SCHEDULE_ROW.replace('2018-19', '2018'), 'season'],
    ['kick-off without an offset', SCHEDULE_ROW.replace('+02:00', ''), 'kick_off'],
    ['match id', SCHEDULE_ROW.replace('15986', 'x'), 'match_id'],
  ])('with a schedule of a wrong %s is refused at its line', (_, row, column) => {
    expect(() => scheduleOf(SCHEDULE_ROW, row)).toThrow(`schedule.csv: line 3.${column}: `);
  });
});

describe('recognising', () => {
  const claims = (value: unknown, file?: string) =>
    SOCCER_FORMATS.flatMap((format) => {
      const recognise: (content: Content, name?: string) => unknown = format.recognise.bind(format);
      return recognise({ kind: 'json', value }, file) ?? [];
    });

  test('tells the four kinds of documents apart, and leaves others alone', () => {
    const { content } = ma3([]);
    const lineUps = [{ team_id: 1, team_name: 'T', lineup: [] }];
    const ours = { feed: 'stats_perform', league: 'soccer', gameId: 'match' };
    expect(claims(content.kind === 'json' ? content.value : null)).toEqual([
      { format: 'Stats Perform MA3 events', role: 'plays', ...ours },
    ]);
    expect(claims({ matchInfo: matchInfo(), liveData: { lineUp: [] } })).toEqual([
      { format: 'Stats Perform MA1 match', role: 'box', ...ours },
    ]);
    const theirs = { feed: 'statsbomb', league: 'soccer', gameId: '15986' };
    expect(claims(events([{}, {}]), 'statsbomb_events_15986.json.gz')).toEqual([
      { format: 'StatsBomb events', role: 'plays', ...theirs },
    ]);
    expect(claims([...lineUps, ...lineUps], 'lineups/15986.json')).toEqual([
      { format: 'StatsBomb line-ups', role: 'box', ...theirs },
    ]);
    expect(claims(lineUps)).toMatchObject([{ gameId: null }]);
    for (const other of [null, [], {}, [1], { game: {} }, { liveData: {} }]) {
      expect(claims(other)).toEqual([]);
    }
  });
});
